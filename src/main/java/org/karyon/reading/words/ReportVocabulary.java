package org.karyon.reading.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karyon.guideline.Lesion;

/**
 * The words of genetic reports that are understood. A sentence with any other word may ask, teach,
 * doubt, describe a method or speak of somebody else, so it gives no answer: "would be detected if
 * present", "is seen in infants", "in the patient's brother", "questionable".
 */
public final class ReportVocabulary {

  private static final Set<String> GRAMMAR =
      words(
          """
          a an the of in on at by for with without from to and or nor neither both either as per is are was were be been
          has have had this that these those there it its which also only all any each not no none via using given rest more than
          """);

  private static final Set<String> FINDINGS =
      words(
          """
          fusion fusions rearrangement rearrangements rearranged translocation translocations deletion deletions deleted
          loss lost gain gains mutation mutations mutated variant variants transcript transcripts gene genes abnormality
          abnormalities alteration alterations altered aberration aberrations lesion lesions amplification amplified
          duplication signature trisomy trisomies tetrasomy monosomy split splits break apart breakapart separation
          juxtaposition partner partners cryptic involving
          """);

  private static final Set<String> QUALITIES =
      words(
          """
          homozygous heterozygous hemizygous biallelic monoallelic focal intragenic partial whole complete exon exons
          isoform isoforms major minor breakpoint allele frequency vaf missense nonsense frameshift truncating splice
          pathogenic somatic clonal subclonal hotspot clinically significant relevant frame chimeric domain type extra additional copy reciprocal balanced unbalanced
          classic classical typical standard long short arm
          """);

  private static final Set<String> ANSWERS =
      words(
          """
          positive pos negative neg detected undetected detectable undetectable present absent absence identified observed
          seen found shown show showed shows revealed reveals demonstrated demonstrates confirmed evident evidence noted
          overexpressed overexpression expressed abnormal normal result results finding findings consistent excluded ruled out wild wildtype wt lack lacks lacking
          free harbors harbours harbored carries carried non following status detection interpretation conclusion summary
          impression comment overall limits
          """);

  private static final Set<String> METHODS =
      words(
          """
          fish fluorescence fluorescent situ ish hybridization hybridisation interphase interphases metaphase metaphases
          nuclei nucleus nuclear cell cells blast blasts lymphoblasts leukemic leukaemic neoplastic pcr rt rq qpcr ddpcr
          qualitative quantitative real time reverse transcription polymerase chain reaction ngs sequencing rna dna seq
          rnaseq targeted transcriptome next generation panel probe probes set sets assay assays test tests tested analysis
          analyses studies array snp microarray mlpa karyotype karyotyping banding banded cytogenetic cytogenetics
          molecular genetic genomic chromosome chromosomal chromosomes performed examined analyzed analysed evaluated
          scored counted total signal signals pattern patterns dual single triple color colour locus loci region regions
          specific cut off cutoff threshold below above within level expression profile lsi vysis cytocell metasystems
          international scale ratio log reduction copies low
          """);

  private static final Set<String> SAMPLES =
      words(
          """
          bone marrow peripheral blood aspirate specimen sample current diagnostic diagnosis patient acute lymphoblastic
          leukemia leukaemia lymphoid precursor lineage bcp percent approximately about one two three four five twenty
          female male report subtype ph like history previous previously prior
          """);

  /** Genes without a digit in their symbols; the others are told by it. */
  private static final Set<String> GENES =
      words(
          "ell afdn epor tslp cebpe lyn erg igk igl tra trd trb ighv tel mll abl bcr hlf myc crlf");

  /** What may stand in a finding without a verb. */
  private static final Set<String> BESIDE_A_FINDING =
      words("of in and the at interphase nuclei cells metaphases blasts leukemic leukaemic");

  /** Two genes joined by a sign, whichever they are. */
  private static final Pattern FUSION =
      Pattern.compile("\\b[A-Z][A-Z0-9@]{1,9}(?:::|[/-])[A-Z][A-Z0-9@]{1,9}\\b");

  /** What is known of the disease is not said of the patient. */
  private static final Pattern OF_THE_DISEASE =
      Pattern.compile("\\b(?:of|in) (?:adult |childhood |infant )?(?:B-|T-|BCP-)?ALL\\b");

  private final Set<String> names = new LinkedHashSet<>();

  public ReportVocabulary(List<Lesion> lesions) {
    for (Lesion lesion : lesions) {
      Stream.of(lesion.names(), lesion.shownBy(), lesion.fishNames())
          .flatMap(List::stream)
          .map(Words::normal)
          .flatMap(name -> Stream.of(name.split(" ", -1)))
          .forEach(names::add);
    }
  }

  /** Whether every word of a sentence is understood. */
  public boolean understands(String sentence) {
    return !OF_THE_DISEASE.matcher(sentence).find()
        && wordsOf(sentence)
            .allMatch(
                word ->
                    FINDINGS.contains(word)
                        || QUALITIES.contains(word)
                        || GRAMMAR.contains(word)
                        || ANSWERS.contains(word)
                        || METHODS.contains(word)
                        || SAMPLES.contains(word)
                        || isNotation(word));
  }

  /** Whether a clause is made of findings and their qualities alone, without any verb. */
  boolean isMadeOfFindings(String clause) {
    return wordsOf(clause)
        .allMatch(
            word ->
                FINDINGS.contains(word)
                    || QUALITIES.contains(word)
                    || BESIDE_A_FINDING.contains(word)
                    || isNotation(word));
  }

  /** In capitals throughout, a word beside a dash may be any word. */
  private static Stream<String> wordsOf(String sentence) {
    boolean shouted = sentence.chars().noneMatch(Character::isLowerCase);
    String rest = shouted ? sentence : FUSION.matcher(sentence).replaceAll(" ");
    return Stream.of(Words.normal(rest).split(" ", -1));
  }

  /** Numbers, bands, exons, changes of sequence, single letters, and the names of lesions. */
  private boolean isNotation(String word) {
    return word.length() < 2
        || word.chars().anyMatch(Character::isDigit)
        || GENES.contains(word)
        || names.contains(word);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }
}
