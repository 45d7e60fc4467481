package org.karyon.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.ResourceKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A resource that is built late, or never as a tree, says the same as one that is built at once.
 */
class UnbuiltResourcesTest {

  private static final int RECORDS = 1_000;
  private static final int MANY_RECORDS = 10_000;

  private static final RecordJson JSON = new RecordJson(ReadLimits.CLINICAL);

  private static final List<ChartKey> KEYS =
      List.of(
          new ChartKey("laboratory", "Observation?patient={{context.patientId}}", false),
          new ChartKey("clinical", "Observation?patient={{context.patientId}}", false));

  /** What an Observation may hold: first what a plain number holds, then what makes it another. */
  private static final List<List<String>> MEMBERS =
      List.of(
          List.of(
              "'resourceType':'Observation'",
              "'resourceType':'Observation'",
              "'resourceType':'Observation'",
              "'resourceType':'DiagnosticReport'",
              "'resourceType':7"),
          List.of(
              "'id':'%d'",
              "'id':'%d'",
              "'id':'%d'",
              "'id':'same'",
              "'id':'same','meta':{'lastUpdated':'2026-11-0%1$dT10:00:00Z'}",
              "'id':''",
              "'id':7",
              "'id':'Observation/%d/_history/2'",
              "'id':'a b'",
              "'meta':{'lastUpdated':'2026-11-0%1$dT10:00:00Z','profile':['a']},'id':'%1$d'",
              "'identifier':[{'value':'7'}]"),
          List.of(
              "'status':'final'",
              "'status':'final'",
              "'status':'final'",
              "'status':' amended '",
              "'status':'done'",
              "'status':''",
              "'status':null",
              "'status':{'extension':[]}",
              "'language':'en'"),
          List.of(
              "'code':{'text':'Sodium'}",
              "'code':{'text':'Sodium'}",
              "'code':{'coding':[{'system':'http://loinc.org','code':'2951-2','display':'Sodium'}],'text':'Na'}",
              "'code':{'coding':[{'system':' http://loinc.org ','code':' 2951-2'},{'display':'"
                  + " '}]}",
              "'code':{'coding':[{'system':'http://loinc.org','code':'2951-2','version':'2','userSelected':true}]}",
              "'code':{'coding':[{'code':7,'display':'Sodium'}]}",
              "'code':{'coding':{'code':'2951-2'}}",
              "'code':{'coding':[],'text':'\\u0053odium'}",
              "'code':{'coding':['x'],'text':'Sodium'}",
              "'code':{'coding':[{'code':'2951-2','extension':[{'url':'u','valueCoding':{'code':'q'}}]}]}",
              "'code':'Sodium'",
              "'code':null",
              "'code':{}",
              "'code':{'text':1e999}",
              "'partOf':[]"),
          List.of(
              "'subject':{'reference':'Patient/p'}",
              "'subject':{'reference':'Patient/p'}",
              "'subject':{'reference':'Patient/p'}",
              "'subject':{'reference':'Patient/p/_history/3','display':'Somebody'}",
              "'subject':{'reference':'Patient/q'}",
              "'subject':{'reference':'http://ehr/Patient/p'}",
              "'subject':{'reference':7}",
              "'subject':{'display':'Somebody'}",
              "'subject':{}",
              "'subject':null",
              "'subject':'Patient/p'",
              "'patient':{'reference':'Patient/q'}",
              "'performer':[{'reference':'Practitioner/1'}]"),
          List.of(
              "'effectiveDateTime':'2026-11-20T07:15:00+01:00'",
              "'effectiveDateTime':'2026-11-20'",
              "'effectiveDateTime':'2026-11','issued':'2026-11-20T07:15:00Z'",
              "'issued':'2026-11-20T07:15:00Z'",
              "'issued':'2026-11-20'",
              "'effectiveDateTime':'2026-13-20'",
              "'effectiveDateTime':'20 November'",
              "'effectiveDateTime':''",
              "'effectiveDateTime':7",
              "'effectivePeriod':{'start':'2026-11-20'}",
              "'effectiveInstant':'2026-11-20T07:15:00Z'",
              "'encounter':{'reference':'Encounter/1'}"),
          List.of(
              "'valueQuantity':{'value':4.10,'unit':'mmol/L','system':'http://unitsofmeasure.org','code':'mmol/L'}",
              "'valueQuantity':{'value':4.10,'unit':'mmol/L'}",
              "'valueQuantity':{'value':139}",
              "'valueQuantity':{'value':-0,'code':' %% '}",
              "'valueQuantity':{'value':1E-3,'comparator':'<','unit':' '}",
              "'valueQuantity':{'value':1e999,'unit':'g'}",
              "'valueQuantity':{'value':'4.1','unit':'g'}",
              "'valueQuantity':{'value':'much'}",
              "'valueQuantity':{'value':4,'comparator':'about'}",
              "'valueQuantity':{'value':4,'unit':7}",
              "'valueQuantity':{'value':4,'unit':'" + "m".repeat(1_001) + "'}",
              "'valueQuantity':{'value':4,'extension':[{'url':'u'}]}",
              "'valueQuantity':{'unit':'g'}",
              "'valueQuantity':[{'value':4}]",
              "'valueQuantity':null",
              "'valueQuantity':4",
              "'valueString':'12'",
              "'valueInteger':12",
              "'valueQuantity':{'value':4},'valueString':'12'"),
          List.of(
              "'category':[{'coding':[{'code':'laboratory'}]}]",
              "'category':[{'coding':[{'code':'laboratory'}]}]",
              "'category':[{'coding':[{'code':1e999}]}]",
              "'text':{'div':'<div>Sodium</div>'}",
              "'note':[{'text':'hemolysed'}]",
              "'method':{'text':'PCR'}",
              "'component':[{'code':{'text':'MRD'},'valueQuantity':{'value':0}}]",
              "'interpretation':[{'text':'high'}]",
              "'interpretation':[{'coding':[{'code':'H'}]}],'referenceRange':[{'high':{'value':5}}]",
              "'interpretation':['high']",
              "'interpretation':{'text':'high'}",
              "'interpretation':[{'coding':'H'}]",
              "'interpretation':[]",
              "'referenceRange':[{'high':{'value':'x'}}]",
              "'referenceRange':[{'high':{'value':5.1,'unit':'g'},'low':{'value':'x'},'text':'5'}]",
              "'referenceRange':[{'high':{'value':5,'comparator':'about'}}]",
              "'referenceRange':[{'high':{'value':1e999}}]",
              "'referenceRange':[{'low':{'value':1e999}}]",
              "'referenceRange':[{'high':5}]",
              "'referenceRange':[{'type':{'coding':[{'code':'normal'}]},'high':{'value':5}}]",
              "'referenceRange':[{'type':'normal','high':{'value':5}}]",
              "'referenceRange':5",
              "'bodySite':'arm'",
              "'specimen':{'reference':'#s'},'contained':[{'resourceType':'Specimen','id':'s','type':{'text':'CSF'}}]",
              "'derivedFrom':[{'reference':'Observation/1'}]",
              "'focus':[{'reference':'Patient/p'}]",
              "'extension':[{'url':'u'}]",
              "'_status':{'extension':[{'url':'u'}]}",
              "'dataAbsentReason':{'text':'pending'}",
              "'contained':[]"));

  private final Random random = new Random(20);

  @Test
  void anObservationSaysTheSameBuiltOrUnbuilt() {
    areTheSame(RECORDS);
  }

  @Test
  @Tag("slow")
  void soDoManyMore() {
    areTheSame(MANY_RECORDS);
  }

  private void areTheSame(int records) {
    for (int record = 0; record < records; record++) {
      byte[] body = body(entries());

      Chart late = chart(JSON.readHook(body));
      Chart early = chart(JSON.read(body));

      ReadResources<Observation> expected = early.all(ResourceKind.OBSERVATION);
      String sent = new String(body, StandardCharsets.UTF_8);
      assertThat(late.observations(nothing -> false)).as(sent).isEqualTo(expected);
      assertThat(late.all(ResourceKind.OBSERVATION)).as(sent).isEqualTo(expected);
      assertThat(late.all(ResourceKind.DIAGNOSTIC_REPORT))
          .as(sent)
          .isEqualTo(early.all(ResourceKind.DIAGNOSTIC_REPORT));
      assertThat(late.gaps()).isEqualTo(early.gaps());
    }
  }

  @Test
  void soDoesOneThatCameAsALine() {
    for (int record = 0; record < RECORDS; record++) {
      LineRecord late = new LineRecord(JSON);
      LineRecord early = new LineRecord(JSON);
      List<String> lines = new ArrayList<>();
      for (int id = 1; id <= 3; id++) {
        String line = ("{" + String.join(",", members(id)) + "}").replace('\'', '"');
        lines.add(line);
        late.add(line.getBytes(StandardCharsets.UTF_8));
        early.add(JSON.read(line.getBytes(StandardCharsets.UTF_8)));
      }
      for (Optional<LocalDate> day :
          List.of(Optional.<LocalDate>empty(), Optional.of(LocalDate.of(2026, 11, 19)))) {
        SentRecord lateSent = SentRecord.of(late.bundle(), day);
        SentRecord earlySent = SentRecord.of(early.bundle(), day);

        assertThat(lateSent.later()).as(lines.toString()).isEqualTo(earlySent.later());
        assertThat(chart(lateSent).observations(nothing -> false))
            .as(lines.toString())
            .isEqualTo(chart(earlySent).all(ResourceKind.OBSERVATION));
      }
    }
  }

  private static Chart chart(SentRecord sent) {
    return Chart.open("p", KEYS, sent.parts(KEYS, false, "p"), MissingNode.getInstance()).settled();
  }

  @Test
  void mostOfARecordIsNeverBuilt() {
    List<String> asked = new ArrayList<>();
    String sodium =
        """
        {'resource':{'resourceType':'Observation','id':'%d','status':'final','code':{'text':'Sodium'},
        'subject':{'reference':'Patient/p'},'valueQuantity':{'value':139,'unit':'mmol/L'}}}
        """;
    Chart chart = chart(JSON.readHook(body(List.of(sodium.formatted(1), sodium.formatted(2)))));

    ReadResources<Observation> read =
        chart.observations(
            name -> {
              asked.add(name.code().text());
              return true;
            });

    assertThat(read.resources()).isEmpty();
    assertThat(read.gaps()).isEmpty();
    assertThat(asked).containsExactly("Sodium", "Sodium");
  }

  @Test
  void aNameIsTheSameObjectHoweverOftenItComes() {
    String number =
        """
        {'resource':{'resourceType':'Observation','id':'%d','status':'final','code':{'text':'%s'},
        'subject':{'reference':'Patient/p'},'valueQuantity':{'value':139,'unit':'mmol/L'}}}
        """;
    List<String> entries = new ArrayList<>();
    for (int id = 0; id < 100; id++) {
      entries.add(number.formatted(id, "Test " + id % 10));
    }
    List<Object> names = new ArrayList<>();

    chart(JSON.readHook(body(entries))).observations(name -> !names.add(name));

    assertThat(names).hasSize(100);
    assertThat(names.stream().distinct()).hasSize(10);
  }

  private List<String> entries() {
    List<String> entries = new ArrayList<>();
    for (int id = 1; id <= 3; id++) {
      String resource = "{" + String.join(",", members(id)) + "}";
      entries.add(
          switch (random.nextInt(12)) {
            case 0 -> "{'fullUrl':'urn:uuid:" + id + "','resource':" + resource + "}";
            case 1 -> "{'fullUrl':'http://ehr/Observation/1','resource':" + resource + "}";
            case 2 -> "{'resource':" + resource + ",'search':{'mode':'match'}}";
            case 3 -> "{'resource':" + resource + ",'link':[]}";
            case 4 -> "{'resource':[" + resource + "]}";
            case 5 -> "{'search':{'mode':'match'}}";
            default -> "{'resource':" + resource + "}";
          });
    }
    return entries;
  }

  /** Mostly a plain number with one or two members that are drawn. */
  private List<String> members(int id) {
    List<String> members = new ArrayList<>();
    int drawn = random.nextInt(MEMBERS.size());
    int drawnToo = random.nextInt(MEMBERS.size());
    for (int member = 0; member < MEMBERS.size(); member++) {
      List<String> forms = MEMBERS.get(member);
      boolean any = member == drawn || member == drawnToo;
      members.add(forms.get(any ? random.nextInt(forms.size()) : 0).formatted(id));
    }
    Collections.shuffle(members, random);
    return members;
  }

  private static byte[] body(List<String> entries) {
    return "{'context':{'patientId':'p'},'prefetch':{'laboratory':{'resourceType':'Bundle','entry':[%s]},'clinical':null}}"
        .formatted(String.join(",", entries))
        .replace('\'', '"')
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Chart chart(JsonNode request) {
    return Chart.open("p", KEYS, request.path("prefetch"), request.path("none")).settled();
  }
}
