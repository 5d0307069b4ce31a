#include "demo/words/events.h"

namespace trialdex::demo {

namespace {

constexpr EventTerm kTerms[] = {
    {"Blood and lymphatic system disorders", "Anaemia"},
    {"Blood and lymphatic system disorders", "Neutropenia"},
    {"Cardiac disorders", "Palpitations"},
    {"Cardiac disorders", "Atrial fibrillation"},
    {"Cardiac disorders", "Bradycardia"},
    {"Ear and labyrinth disorders", "Vertigo"},
    {"Ear and labyrinth disorders", "Tinnitus"},
    {"Endocrine disorders", "Hypothyroidism"},
    {"Eye disorders", "Dry eye"},
    {"Eye disorders", "Vision blurred"},
    {"Gastrointestinal disorders", "Nausea"},
    {"Gastrointestinal disorders", "Diarrhoea"},
    {"Gastrointestinal disorders", "Constipation"},
    {"Gastrointestinal disorders", "Abdominal pain upper"},
    {"Gastrointestinal disorders", "Dry mouth"},
    {"General disorders", "Fatigue"},
    {"General disorders", "Injection site redness"},
    {"General disorders", "Pyrexia"},
    {"Hepatobiliary disorders", "Cholelithiasis"},
    {"Immune system disorders", "Drug hypersensitivity"},
    {"Infections and infestations", "Nasopharyngitis"},
    {"Infections and infestations", "Pneumonia"},
    {"Infections and infestations", "Urinary tract infection"},
    {"Infections and infestations", "Gastroenteritis"},
    {"Injury, poisoning and procedural complications", "Fall"},
    {"Injury, poisoning and procedural complications", "Ankle fracture"},
    {"Investigations", "Alanine aminotransferase increased"},
    {"Investigations", "Weight increased"},
    {"Metabolism and nutrition disorders", "Decreased appetite"},
    {"Metabolism and nutrition disorders", "Hypoglycaemia"},
    {"Musculoskeletal and connective tissue disorders", "Back pain"},
    {"Musculoskeletal and connective tissue disorders", "Muscle spasms"},
    {"Musculoskeletal and connective tissue disorders", "Arthralgia"},
    {"Neoplasms benign, malignant and unspecified (incl cysts and polyps)", "Basal cell carcinoma"},
    {"Nervous system disorders", "Headache"},
    {"Nervous system disorders", "Dizziness"},
    {"Nervous system disorders", "Syncope"},
    {"Pregnancy, puerperium and perinatal conditions", "Premature labour"},
    {"Product Issues", "Device battery issue"},
    {"Psychiatric disorders", "Insomnia"},
    {"Psychiatric disorders", "Abnormal dreams"},
    {"Renal and urinary disorders", "Pollakiuria"},
    {"Reproductive system and breast disorders", "Dysmenorrhoea"},
    {"Respiratory, thoracic and mediastinal disorders", "Cough"},
    {"Respiratory, thoracic and mediastinal disorders", "Epistaxis"},
    {"Skin and subcutaneous tissue disorders", "Rash"},
    {"Skin and subcutaneous tissue disorders", "Pruritus"},
    {"Social circumstances", "Loss of employment"},
    {"Surgical and medical procedures", "Tooth extraction"},
    {"Vascular disorders", "Hypertension"},
    {"Congenital, familial and genetic disorders", "Congenital naevus"},
};

constexpr std::string_view kQualifiers[] = {
    "",           "recurrent",          "first episode", "at night",  "after exercise", "left side",
    "right side", "in the first week",  "after Week 12", "worsening", "mild",           "moderate",
    "severe",     "ongoing at the end",
};

} // namespace

std::span<const EventTerm> event_terms() { return kTerms; }
std::span<const std::string_view> event_qualifiers() { return kQualifiers; }

} // namespace trialdex::demo
