// Rows are data; terms and ids are those of MeSH (U.S. National Library of Medicine).
#include "demo/words/conditions.h"

namespace trialdex::demo {

namespace {

constexpr std::string_view kAllergyAbove = "D065631 Rhinitis, Allergic|D012220 Rhinitis|D009668 Nose Diseases|"
                                           "D012140 Respiratory Tract Diseases|D012130 Respiratory Hypersensitivity|"
                                           "D006967 Hypersensitivity|D007154 Immune System Diseases";

constexpr Condition kConditions[] = {
    {"Seasonal Allergy", "seasonal allergy", "hay fever|pollen|rhinoconjunctivitis",
     "D006255 Rhinitis, Allergic, Seasonal", kAllergyAbove, "BC08 BC09 BC20", "ALL",
     "Seasonal allergy fills the spring with sneezing, a runny nose and itching eyes.",
     "Daily Symptom and Medication Score", "a Week Without Symptoms", "", "score on a scale", 20, 160},
    {"Asthma", "asthma", "wheezing|inhaler technique|peak flow", "D001249 Asthma",
     "D001982 Bronchial Diseases|D012140 Respiratory Tract Diseases|D008173 Lung Diseases, Obstructive|"
     "D008171 Lung Diseases|D012130 Respiratory Hypersensitivity|D006967 Hypersensitivity|D007154 Immune System "
     "Diseases",
     "BC08 BC20", "ALL", "Asthma narrows the airways, so that breathing out becomes work.", "Asthma Control Score",
     "Well Controlled Asthma", "", "score on a scale", 80, 240},
    {"Migraine", "migraine", "headache|aura|prevention", "D008881 Migraine Disorders",
     "D051270 Headache Disorders, Primary|D020773 Headache Disorders|D001927 Brain Diseases|"
     "D002493 Central Nervous System Diseases|D009422 Nervous System Diseases",
     "BC10", "ALL", "A migraine attack can take a whole day: pain on one side, nausea, light that hurts.",
     "Monthly Migraine Days", "Freedom From Pain After 2 Hours", "", "days per month", 30, 140},
    {"Low Back Pain", "low back pain", "back school|posture|exercise", "D017116 Low Back Pain",
     "D001416 Back Pain|D010146 Pain|D009461 Neurologic Manifestations|D012816 Signs and Symptoms|"
     "D013568 Pathological Conditions, Signs and Symptoms",
     "BC10 BC23", "ALL", "Low back pain is the most common reason for staying away from work.",
     "Back Function Questionnaire Score", "Return to Usual Activities", "", "score on a scale", 40, 200},
    {"Type 2 Diabetes", "type 2 diabetes", "HbA1c|blood sugar|metabolism", "D003924 Diabetes Mellitus, Type 2",
     "D003920 Diabetes Mellitus|D044882 Glucose Metabolism Disorders|D008659 Metabolic Diseases|"
     "D009750 Nutritional and Metabolic Diseases|D004700 Endocrine System Diseases",
     "BC18 BC19", "ALL", "In type 2 diabetes the body answers less and less to its own insulin.", "HbA1c",
     "HbA1c Below 7 Percent", "", "percent of hemoglobin", 62, 98},
    {"Hypertension", "high blood pressure", "blood pressure|salt|home measurement", "D006973 Hypertension",
     "D014652 Vascular Diseases|D002318 Cardiovascular Diseases", "BC14", "ALL",
     "High blood pressure is not felt, and harms heart, brain and kidneys over years.", "Home Systolic Blood Pressure",
     "Blood Pressure at Target", "", "mmHg", 1180, 1560},
    {"Insomnia", "insomnia", "sleep|sleep hygiene|nights", "D007319 Sleep Initiation and Maintenance Disorders",
     "D020919 Sleep Disorders, Intrinsic|D020920 Dyssomnias|D012893 Sleep Wake Disorders|"
     "D009422 Nervous System Diseases|D001523 Mental Disorders",
     "BC10 BXM", "ALL", "People with insomnia lie awake at night and are tired all day.", "Sleep Diary Score",
     "Sleep of at Least 6 Hours", "", "score on a scale", 60, 260},
    {"Psoriasis", "psoriasis", "plaques|skin care|itch", "D011565 Psoriasis",
     "D017444 Skin Diseases, Papulosquamous|D012871 Skin Diseases|D017437 Skin and Connective Tissue Diseases", "BC17",
     "ALL", "Psoriasis raises red, scaly patches that itch and crack.", "Skin Area Score", "Skin Clear or Nearly Clear",
     "", "score on a scale", 40, 280},
    {"Atopic Dermatitis", "atopic dermatitis", "eczema|itch|emollient", "D003876 Dermatitis, Atopic",
     "D012873 Skin Diseases, Genetic|D030342 Genetic Diseases, Inborn|D003872 Dermatitis|D012871 Skin Diseases|"
     "D017443 Skin Diseases, Eczematous|D006967 Hypersensitivity|D007154 Immune System Diseases",
     "BC16 BC17 BC20", "ALL", "Atopic dermatitis makes skin dry and itching, most of all at night.",
     "Worst Itch of the Day", "Nights Without Scratching", "", "score on a scale", 20, 90, true},
    {"Osteoarthritis of the Knee", "osteoarthritis of the knee", "knee pain|stairs|cartilage",
     "D020370 Osteoarthritis, Knee",
     "D010003 Osteoarthritis|D001168 Arthritis|D007592 Joint Diseases|D009140 Musculoskeletal Diseases|"
     "D012216 Rheumatic Diseases",
     "BC05 BC17", "ALL", "Worn cartilage makes knees stiff in the morning and sore on the stairs.",
     "Knee Pain When Walking", "One Flight of Stairs Without Pain", "knees", "mm", 180, 720},
    {"Depression", "depression", "mood|talking therapy|activity", "D003863 Depression",
     "D001526 Behavioral Symptoms|D001519 Behavior|D001520 Behavior and Behavior Mechanisms", "BXM", "ALL",
     "Depression takes joy, sleep and strength, often for months.", "Mood Questionnaire Score", "Remission", "",
     "score on a scale", 60, 240},
    {"Heart Failure", "heart failure", "cardiology|NT-proBNP|walking distance", "D006333 Heart Failure",
     "D006331 Heart Diseases|D002318 Cardiovascular Diseases", "BC14", "ALL",
     "In heart failure the heart pumps too little, and short walks become long.", "6-Minute Walking Distance",
     "No Stay in Hospital for Heart Failure", "", "meters", 2200, 4300},
    {"Iron Deficiency Anemia", "iron deficiency anemia", "ferritin|hemoglobin|tiredness",
     "D018798 Anemia, Iron-Deficiency",
     "D000747 Anemia, Hypochromic|D000740 Anemia|D006402 Hematologic Diseases|D019189 Iron Metabolism Disorders|"
     "D008659 Metabolic Diseases|D009750 Nutritional and Metabolic Diseases",
     "BC15 BC18", "ALL", "Too little iron means too little hemoglobin: people are pale, cold and tired.", "Hemoglobin",
     "Hemoglobin in the Usual Range", "", "g/dL", 88, 134},
    {"Tinnitus", "tinnitus", "ringing in the ears|hearing|sound therapy", "D014012 Tinnitus",
     "D006311 Hearing Disorders|D004427 Ear Diseases|D010038 Otorhinolaryngologic Diseases|"
     "D012678 Sensation Disorders|D009422 Nervous System Diseases",
     "BC09 BC10 BC23", "ALL", "Tinnitus is a sound that only the person who has it can hear.",
     "Tinnitus Distress Score", "Tinnitus No Longer Bothersome", "ears", "score on a scale", 160, 640},
    {"Motion Sickness", "motion sickness", "travel|nausea|sea", "D009041 Motion Sickness",
     "D012816 Signs and Symptoms|D013568 Pathological Conditions, Signs and Symptoms", "BC23", "ALL",
     "On a rolling boat about one person in three feels sick, and some for days.", "Nausea Rating",
     "a Crossing Without Vomiting", "", "score on a scale", 10, 80},
    {"Common Cold", "the common cold", "sneezing|winter|virus", "D003139 Common Cold",
     "D012141 Respiratory Tract Infections|D007239 Infections|D010850 Picornaviridae Infections|"
     "D014777 Virus Diseases|D012140 Respiratory Tract Diseases",
     "BC01 BC08", "ALL", "A cold lasts about a week and often comes back in the same winter.", "Days With a Cold",
     "No Cold During the Winter", "", "days", 10, 120},
    {"Influenza", "influenza", "flu season|vaccination|antibodies", "D007251 Influenza, Human",
     "D012141 Respiratory Tract Infections|D007239 Infections|D009976 Orthomyxoviridae Infections|"
     "D014777 Virus Diseases|D012140 Respiratory Tract Diseases",
     "BC01 BC08", "ALL", "Influenza puts people to bed within hours; older people may need a hospital.",
     "Antibody Titer", "Protection Against Influenza", "", "titer", 200, 3200},
    {"Dry Eye", "dry eye", "tears|screen work|ophthalmology", "D015352 Dry Eye Syndromes",
     "D007766 Lacrimal Apparatus Diseases|D005128 Eye Diseases", "BC11", "ALL",
     "Dry eyes burn, feel sandy, and tire at the screen.", "Tear Film Break-Up Time", "Eyes Without Staining", "eyes",
     "seconds", 30, 120},
    {"Dental Caries", "dental caries", "tooth decay|fluoride|school", "D003731 Dental Caries",
     "D017001 Tooth Demineralization|D014076 Tooth Diseases|D009057 Stomatognathic Diseases", "BC07", "ALL",
     "Caries begins as a white spot on a tooth and ends as a hole.", "Decayed, Missing and Filled Teeth",
     "No New Caries", "teeth", "teeth", 0, 60},
    {"Obesity", "obesity", "body weight|nutrition|physical activity", "D009765 Obesity",
     "D044343 Overnutrition|D009748 Nutrition Disorders|D009750 Nutritional and Metabolic Diseases|"
     "D050177 Overweight|D001835 Body Weight|D012816 Signs and Symptoms",
     "BC18 BC23", "ALL", "Obesity has many causes and makes many illnesses more likely.", "Body Weight",
     "Weight Lower by at Least 5 Percent", "", "kg", 820, 1240},
    {"Urinary Incontinence", "urinary incontinence", "pelvic floor|bladder training", "D014549 Urinary Incontinence",
     "D014555 Urination Disorders|D014570 Urologic Diseases|D059411 Lower Urinary Tract Symptoms|"
     "D012816 Signs and Symptoms",
     "BC23 BXS", "ALL", "Many people lose urine when they laugh or run, and few talk about it.",
     "Pad Weight in 24 Hours", "Three Dry Days in a Row", "", "g", 40, 900},
    {"Gestational Diabetes", "gestational diabetes", "pregnancy|glucose test|birth weight",
     "D016640 Diabetes, Gestational",
     "D011248 Pregnancy Complications|D003920 Diabetes Mellitus|D044882 Glucose Metabolism Disorders|"
     "D008659 Metabolic Diseases|D004700 Endocrine System Diseases",
     "BC18 BC19 BXS", "FEMALE", "In some pregnancies blood sugar rises, and falls again after the birth.",
     "Fasting Glucose", "Birth Weight in the Usual Range", "", "mmol/L", 42, 68},
    {"Benign Prostatic Hyperplasia", "an enlarged prostate", "urology|urine flow|nights",
     "D011470 Prostatic Hyperplasia",
     "D011469 Prostatic Diseases|D005832 Genital Diseases, Male|D052801 Male Urogenital Diseases", "BXS", "MALE",
     "An enlarged prostate gets men up at night, again and again.", "Prostate Symptom Score",
     "at Most One Visit to the Bathroom at Night", "", "score on a scale", 60, 240},
    {"Tennis Elbow", "tennis elbow", "lateral epicondylitis|tendon|grip", "D013716 Tennis Elbow",
     "D000070639 Elbow Tendinopathy|D052256 Tendinopathy|D009135 Muscular Diseases|"
     "D009140 Musculoskeletal Diseases|D014947 Wounds and Injuries|D013708 Tendon Injuries",
     "BC05 BC26", "ALL", "Tennis elbow makes lifting a cup hurt; few of those who have it play tennis.",
     "Grip Strength", "Lifting Without Pain", "elbows", "kg", 120, 420},
    {"Irritable Bowel Syndrome", "irritable bowel syndrome", "diet|bloating|gut", "D043183 Irritable Bowel Syndrome",
     "D003109 Colonic Diseases, Functional|D003108 Colonic Diseases|D007410 Intestinal Diseases|"
     "D005767 Gastrointestinal Diseases|D004066 Digestive System Diseases",
     "BC06", "ALL", "An irritable bowel means pain and bloating without a visible cause.", "Abdominal Symptom Score",
     "Adequate Relief", "", "score on a scale", 900, 3400},
    {"Melanoma", "melanoma", "skin cancer|mole|dermatoscopy", "D008545 Melanoma",
     "D018358 Neuroendocrine Tumors|D009370 Neoplasms by Histologic Type|D009369 Neoplasms|"
     "D018326 Nevi and Melanomas|D012878 Skin Neoplasms|D012871 Skin Diseases",
     "BC04 BC17 Rare", "ALL", "Melanoma begins in the pigment cells of the skin, often in a mole.",
     "Time Without Recurrence", "No Recurrence", "lesions", "months", 60, 480},
    {"Cystic Fibrosis", "cystic fibrosis", "CFTR|lung function|mucus", "D003550 Cystic Fibrosis",
     "D010182 Pancreatic Diseases|D004066 Digestive System Diseases|D008171 Lung Diseases|"
     "D012140 Respiratory Tract Diseases|D030342 Genetic Diseases, Inborn|D007232 Infant, Newborn, Diseases",
     "BC06 BC08 BC16 Rare", "ALL", "In cystic fibrosis thick mucus blocks lungs and digestion from birth on.",
     "Lung Function (Percent of Predicted)", "No Lung Infection for 24 Weeks", "", "percent of predicted value", 480,
     920, true},
    {"Ménière's Disease", "Ménière’s disease", "vertigo|dizziness|hearing loss", "D008575 Meniere Disease",
     "D018159 Endolymphatic Hydrops|D007759 Labyrinth Diseases|D004427 Ear Diseases|"
     "D010038 Otorhinolaryngologic Diseases",
     "BC09 BC10 Rare", "ALL", "Attacks of Ménière’s disease make the room spin for hours.", "Vertigo Days per Month",
     "No Attack for 3 Months", "ears", "days per month", 10, 90},
    {"Sjögren's Syndrome", "Sjögren’s syndrome", "dry mouth|fatigue|autoimmunity", "D012859 Sjogren's Syndrome",
     "D001172 Arthritis, Rheumatoid|D001168 Arthritis|D012216 Rheumatic Diseases|D014987 Xerostomia|"
     "D015352 Dry Eye Syndromes|D001327 Autoimmune Diseases|D007154 Immune System Diseases",
     "BC05 BC07 BC11 BC17 BC20", "ALL", "Sjögren’s syndrome dries out eyes and mouth and makes people tired.",
     "Dryness, Fatigue and Pain Score", "Saliva Flow in the Usual Range", "", "score on a scale", 30, 80},
    {"Healthy Volunteers", "health", "bioavailability|first in human", "", "", "", "ALL",
     "Before a medicine is tried in illness, people in good health take it under close watch.",
     "Concentration in Blood Plasma", "All Doses Taken", "", "ng/mL", 200, 4800, true},
};

constexpr Branch kBranches[] = {
    {"BC01", "Infections"},
    {"BC04", "Neoplasms"},
    {"BC05", "Musculoskeletal Diseases"},
    {"BC06", "Digestive System Diseases"},
    {"BC07", "Mouth and Tooth Diseases"},
    {"BC08", "Respiratory Tract (Lung and Bronchial) Diseases"},
    {"BC09", "Ear, Nose, and Throat Diseases"},
    {"BC10", "Nervous System Diseases"},
    {"BC11", "Eye Diseases"},
    {"BC14", "Heart and Blood Diseases"},
    {"BC15", "Blood and Lymph Conditions"},
    {"BC16", "Diseases and Abnormalities at or Before Birth"},
    {"BC17", "Skin and Connective Tissue Diseases"},
    {"BC18", "Nutritional and Metabolic Diseases"},
    {"BC19", "Gland and Hormone Related Diseases"},
    {"BC20", "Immune System Diseases"},
    {"BC23", "Symptoms and General Pathology"},
    {"BC26", "Wounds and Injuries"},
    {"BXM", "Behaviors and Mental Disorders"},
    {"BXS", "Urinary Tract, Sexual Organs, and Pregnancy Conditions"},
    {"Rare", "Rare Diseases"},
};

} // namespace

std::string Condition::people_title() const {
    return is_illness() ? "People With " + std::string(name) : std::string(name);
}

std::string Condition::people() const {
    return is_illness() ? "people with " + std::string(spoken) : "people in good health";
}

std::span<const Condition> conditions() { return kConditions; }
std::span<const Branch> condition_branches() { return kBranches; }

} // namespace trialdex::demo
