# Build: Maven with the newest LTS JDK.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn --batch-mode --no-transfer-progress dependency:go-offline || true
COPY cds-services.json ./
COPY fhir-examples fhir-examples
COPY src src
RUN mvn --batch-mode --no-transfer-progress -DskipTests package \
 && java -Djarmode=tools -jar target/karyon-*.jar extract --layers --launcher --destination layers

# Run: a JRE, no root, nothing written but the feedback file.
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app karyon && mkdir -p /app/karyon-data && chown karyon /app/karyon-data
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
VOLUME /app/karyon-data
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
