# syntax=docker/dockerfile:1
# Build: Maven with the newest LTS JDK.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn --batch-mode --no-transfer-progress dependency:go-offline || true
COPY cds-services.json ./
COPY fhir-examples fhir-examples
COPY src src
# The repository itself stays outside, so its commit is handed in: --build-arg REVISION=$(git rev-parse HEAD).
ARG REVISION=""
RUN if [ -n "$REVISION" ]; then \
      printf 'git.commit.id=%s\ngit.commit.id.abbrev=%.7s\n' "$REVISION" "$REVISION" >src/main/resources/git.properties; fi
RUN mvn --batch-mode --no-transfer-progress -DskipTests -Dcyclonedx.skip=false package \
 && java -Djarmode=tools -jar target/karyon-*.jar extract --layers --destination layers --application-filename karyon.jar

# Train: what the service loads while it starts and answers the example patients, and which of its code is used most, is
# kept as a cache, so that it starts in half the time and its first answers are fast. The cache only fits the very JRE
# and the very jars that it was made with, and therefore the folder is the one that is run.
FROM eclipse-temurin:25-jre AS train
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/application/ ./
RUN java -XX:+UseCompactObjectHeaders -XX:AOTCacheOutput=karyon.aot -jar karyon.jar --spring.profiles.active=demo,training

# Run: no root, and nothing is written but the feedback file. The root file system may be read-only.
FROM eclipse-temurin:25-jre
ARG VERSION=""
ARG REVISION=""
LABEL org.opencontainers.image.title="Karyon" \
      org.opencontainers.image.description="CDS Hooks decision support for acute lymphoblastic leukemia, on FHIR R4" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --system --uid 10001 --home-dir /app karyon && mkdir -p /app/karyon-data && chown karyon /app/karyon-data
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/application/ ./
COPY --from=train /app/karyon.aot ./
USER 10001
ENV SERVER_ADDRESS=0.0.0.0
# Tomcat's working folder and the pool of the health check need one place to write to.
ENV SERVER_TOMCAT_BASEDIR=/app/karyon-data/tomcat
EXPOSE 8080
VOLUME /app/karyon-data
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-cp", "karyon.jar", "org.karyon.boot.HealthCheck"]
ENTRYPOINT ["java", "-XX:AOTCache=karyon.aot", "-XX:+UseCompactObjectHeaders", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", \
  "-XX:TrimNativeHeapInterval=60000", "-XX:MaxRAMPercentage=45", "-XX:+ExitOnOutOfMemoryError", "-jar", "karyon.jar"]
