// What vocabulary files of each kind name, what is refused and why, and which entries become one concept.
#include "text/vocabulary.h"
#include "text/words.h"

#include <gmock/gmock.h>
#include <string>
#include <vector>

namespace trialdex::text {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kMeshHeader = "id\tname\ttree_numbers\tentry_terms\n";
const std::string kDiseaseHeader = "id\tname\tmesh\tparents\tsynonyms\n";
const std::string kDrugHeader = "id\tname\tcas\tunii\tsynonyms\n";

Vocabulary read(const std::string& bytes) { return read_vocabulary(bytes, "file").value(); }

std::string problem(const std::string& bytes) {
    const auto vocabulary = read_vocabulary(bytes, "file");
    return vocabulary ? "" : vocabulary.error().message;
}

// The names of the forms of each concept.
std::vector<std::vector<std::string>> concepts(const std::vector<std::string>& files) {
    std::vector<Vocabulary> vocabularies;
    for (const std::string& file : files) vocabularies.push_back(read(file));
    std::vector<std::vector<std::string>> all;
    for (const Concept& one : merge_vocabularies(vocabularies)) {
        std::vector<std::string> names;
        for (const Form& form : one.forms) names.push_back(form.name);
        all.push_back(names);
    }
    return all;
}

TEST(Vocabulary, ReadsEachTable) {
    const auto mesh =
        read(kMeshHeader + "D009203\tMyocardial Infarction\tC14\tHeart Attack|Infarction, Myocardial\r\n");
    EXPECT_EQ(mesh.kind, VocabularyKind::MeshTable);
    ASSERT_EQ(mesh.entries.size(), 1U);
    EXPECT_EQ(mesh.entries[0].id, "D009203");
    EXPECT_THAT(mesh.entries[0].names, ElementsAre("Heart Attack", "Infarction, Myocardial"));
    const auto diseases = read(kDiseaseHeader + "DOID:1\tbreast cancer\tD001943|D2\t\tmammary cancer\n\n");
    EXPECT_EQ(diseases.kind, VocabularyKind::DiseaseTable);
    EXPECT_THAT(diseases.entries[0].mesh, ElementsAre("D001943", "D2"));
    EXPECT_EQ(read(kDrugHeader + "DB1\tTrastuzumab\t\t\t").kind, VocabularyKind::DrugTable);
}

TEST(Vocabulary, TagsOfDiseaseNamesDecide) {
    const auto diseases = read(kDiseaseHeader + "DOID:1\tx\t\t\tPyelitis (disorder)|fever (RELATED)|wide (BROAD)|"
                                                "small (NARROW)|both (disorder) [Ambiguous]|CDG (CDG-1k)\n");
    EXPECT_THAT(diseases.entries[0].names, ElementsAre("Pyelitis", "fever", "CDG (CDG-1k)"));
}

TEST(Vocabulary, SaysWhatIsWrongAndWhere) {
    EXPECT_THAT(problem("id\tname\n1\t2\n"), HasSubstr("no vocabulary we know"));
    EXPECT_THAT(problem(""), HasSubstr("no vocabulary we know"));
    EXPECT_THAT(problem(kMeshHeader + "D1\tOne\t\t\nD2\tTwo\n"), HasSubstr("line 3: 2 columns"));
    EXPECT_THAT(problem(kMeshHeader + "\tOne\t\t\n"), HasSubstr("line 2: id or name is missing"));
    EXPECT_THAT(problem(kMeshHeader), HasSubstr("header line only"));
    EXPECT_THAT(problem("<?xml version=\"1.0\"?>\n<Other/>"), HasSubstr("line 2: this XML is not"));
    EXPECT_THAT(problem("<DescriptorRecordSet>\n<DescriptorRecord>"), HasSubstr("line 2"));
    EXPECT_THAT(problem("<DescriptorRecordSet/>"), HasSubstr("no descriptors"));
    EXPECT_THAT(problem("<DescriptorRecordSet><DescriptorRecord/></DescriptorRecordSet>"), HasSubstr("without id"));
}

const std::string kXml = R"(<?xml version="1.0"?>
<!DOCTYPE DescriptorRecordSet SYSTEM "https://www.nlm.nih.gov/databases/dtd/nlmdescriptorrecordset_20250101.dtd">
<DescriptorRecordSet LanguageCode="eng">
<DescriptorRecord DescriptorClass="1">
 <DescriptorUI>D001943</DescriptorUI>
 <DescriptorName><String>Breast Neoplasms</String></DescriptorName>
 <AllowableQualifiersList><AllowableQualifier><QualifierReferredTo><QualifierUI>Q1</QualifierUI>
  <QualifierName><String>blood</String></QualifierName></QualifierReferredTo></AllowableQualifier></AllowableQualifiersList>
 <PharmacologicalActionList><PharmacologicalAction><DescriptorReferredTo><DescriptorUI>D9</DescriptorUI>
  <DescriptorName><String>Other</String></DescriptorName></DescriptorReferredTo></PharmacologicalAction>
 </PharmacologicalActionList>
 <ConceptList>
  <Concept PreferredConceptYN="Y"><ConceptUI>M1</ConceptUI><ConceptName><String>Breast Neoplasms</String></ConceptName>
   <ConceptRelationList><ConceptRelation/></ConceptRelationList>
   <TermList><Term><TermUI>T1</TermUI><String>Breast Neoplasms</String></Term><Term><String>Tumors &amp; Breast</String></Term>
   </TermList></Concept>
  <Concept PreferredConceptYN="N"><ConceptRelationList><ConceptRelation RelationName="NRW"/></ConceptRelationList>
   <TermList><Term><String>Lobular Carcinoma</String></Term></TermList></Concept>
  <Concept PreferredConceptYN="N"><ConceptRelationList><ConceptRelation RelationName="REL"/></ConceptRelationList>
   <TermList><Term><String>Breast Cancer</String></Term></TermList></Concept>
 </ConceptList>
</DescriptorRecord>
</DescriptorRecordSet>
)";

TEST(Vocabulary, ReadsMeshXml) {
    const auto mesh = read(kXml);
    EXPECT_EQ(mesh.kind, VocabularyKind::MeshXml);
    ASSERT_EQ(mesh.entries.size(), 1U);
    EXPECT_EQ(mesh.entries[0].id, "D001943");
    EXPECT_EQ(mesh.entries[0].name, "Breast Neoplasms");
    EXPECT_THAT(mesh.entries[0].names, ElementsAre("Breast Neoplasms", "Tumors & Breast", "Breast Cancer"));
}

TEST(Vocabulary, XmlMayNotBlowUp) {
    std::string bomb = "<!DOCTYPE DescriptorRecordSet [<!ENTITY a \"" + std::string(1000, 'x') + "\">";
    for (char name = 'b'; name < 'j'; ++name) {
        bomb += "<!ENTITY " + std::string(1, name) + " \"";
        for (int i = 0; i < 10; ++i) bomb += "&" + std::string(1, static_cast<char>(name - 1)) + ";";
        bomb += "\">";
    }
    EXPECT_NE(problem(bomb + "]><DescriptorRecordSet>&i;</DescriptorRecordSet>"), "");
    std::string deep = "<DescriptorRecordSet>";
    for (int i = 0; i < 100; ++i) deep += "<x>";
    EXPECT_THAT(problem(deep), HasSubstr("too deep"));
}

TEST(MergeVocabularies, DangerousNamesAreLeftOut) {
    EXPECT_THAT(concepts({kDrugHeader + "DB1\tMethionine\t\t\tMET|42|L|of the|AN-9|MS|Met hionin|Who\n"}),
                ElementsAre(ElementsAre("Methionine", "Met hionin")));
    EXPECT_THAT(concepts({kDrugHeader +
                          "DB1\tX\t\t\t7|one two three four five six seven eight nine ten eleven twelve thirteen\n"}),
                IsEmpty());
    EXPECT_THAT(concepts({kMeshHeader + "D1\tNeoplasms\t\tneoplasm|NEOPLASMS|Tumours|Tumor\n"}),
                ElementsAre(ElementsAre("Neoplasms", "Tumours")));
}

TEST(MergeVocabularies, IdsTieVocabulariesTogether) {
    const std::string mesh = kMeshHeader + "D1\tBreast Neoplasms\t\tBreast Tumors\nD2\tMedulloblastoma\t\t\n";
    const std::string diseases = kDiseaseHeader + "DOID:1\tbreast cancer\tD1\t\tmammary cancer\n"
                                                  "DOID:2\tadult brain tumor\tD2\t\t\n"
                                                  "DOID:3\tchild brain tumor\tD2\t\t\n";
    EXPECT_THAT(concepts({mesh, diseases}),
                ElementsAre(ElementsAre("Breast Neoplasms", "Breast Tumors", "breast cancer", "mammary cancer"),
                            ElementsAre("Medulloblastoma"), ElementsAre("adult brain tumor"),
                            ElementsAre("child brain tumor")));
    EXPECT_THAT(concepts({mesh, kXml, mesh}).size(), 3U);
}

TEST(MergeVocabularies, PreferredNamesTieVocabulariesTogether) {
    EXPECT_THAT(
        concepts({kMeshHeader + "D1\tAspirin\t\tAcetylsalicylic Acid\n", kDrugHeader + "DB1\taspirin\t\t\tASA\n"}),
        ElementsAre(ElementsAre("Aspirin", "Acetylsalicylic Acid", "ASA")));
    EXPECT_THAT(concepts({kDrugHeader + "DB1\tInterferon\t\t\t\nDB2\tinterferons\t\t\t\n"}).size(), 2U);
}

} // namespace
} // namespace trialdex::text
