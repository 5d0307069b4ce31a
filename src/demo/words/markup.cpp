#include "demo/words/markup.h"

namespace trialdex::demo {

namespace {

constexpr Passage kPassages[] = {
    {"plain", "Participants keep a diary of two questions a day. Those who forget it are reminded once, and kindly."},
    {"escapes",
     "Values are kept when age is \\>= 18 years, the score is \\< 40 \\[of 100\\], and p \\<0.05 \\*without\\* "
     "adjustment. 10\\^6 cells, about \\~3 mL, Q\\&A at visit 2\\. Dose \\- as tolerated; file\\_name\\_v2."},
    {"bullets",
     "Each visit has four parts:\n\n* a talk about the weeks before\n* an examination\n\n  * height and weight\n"
     "  * blood pressure, sitting, after 5 minutes\n\n    * once at each arm\n* a blood sample of 10 mL\n* tea"},
    {"numbers",
     "The plan of a day:\n\n1. Arrival and coffee\n2. First measurement\n3. Study product, with\n\n   1. water, or"
     "\n   2. apple juice\n4. Second measurement, two hours later\n5. Way home by taxi"},
    {"starts high",
     "Steps that continue an earlier list:\n\n7. Randomization by telephone\n8. Letter to the family doctor\n\n"
     "A line that ends in two spaces  \nbreaks here."},
    {"entities",
     "Written by older systems: &lt;5 %, R&amp;D, &quot;quoted&quot;, Na&iuml;ve, 5 &times; 10, &#8805; 18 years, "
     "AT&T, &nosuch; and &#0;."},
    {"html", "Some sponsors paste from their web pages: <b>bold</b>, <i>italic</i>, H<sub>2</sub>O, a <br> break and "
             "<script>alert('inert')</script> <img src=x onerror=\"alert(1)\"> <!-- a remark -->. None of it may act."},
    {"links", "See https://www.example.org/plan?a=1&b=2, <https://www.example.org/auto>, [the "
              "plan](https://www.example.org/plan) "
              "and [a trap](javascript:alert(1)); write to study@example.org."},
    {"headings",
     "# Background\n\nWhat is known.\n\n## Aim\n\nWhat is asked.\n\nSetext\n------\n\n> quoted from the protocol\n\n"
     "`code` and **strong** and *emphasis*.\n\n    an indented line\n\n***\n\nThe end."},
    {"symbols",
     "Limits: ≥ 18 and ≤ 75 years, ± 2 days, 25 µg (not 25 μg), 37.5 °C, ½ tablet, α = 0.05 — “two-sided” … ‘ok’; "
     "no\u00A0break, soft\u00ADhyphen, zero\u200Bwidth. A lost character: \uFFFD."},
    {"accents",
     "Übersetzung der Zusammenfassung: Wir prüfen, ob es hilft. Résumé : nous vérifions si cela aide, même à "
     "Noël. Streszczenie: sprawdzamy, czy to działa, źdźbło po źdźble. Özet: işe yarıyor mu?"},
    {"cjk", "日本語の概要：この研究は架空のものです。参加者は毎日二つの質問に答えます。中文摘要：本研究纯属虚构，"
            "不会招募任何人。한국어 요약: 이 연구는 지어낸 것입니다."},
    {"combining",
     "Names with combining marks: Re\u0301ne\u0301e, A\u030Angstro\u0308m, Vie\u0323\u0302t Nam, n\u0303and\u00FA, "
     "Z\u0351\u036B\u0343\u036A\u0302a\u0332\u0359lgo; a family 👩‍👩‍👧 and a flag 🇮🇸."},
    {"right to left", "ملخص: هذه الدراسة مختلقة ولا تبحث عن مشاركين. תקציר: מחקר זה בדוי (שלב 2) ואיש אינו משתתף בו."},
    {"long word",
     "The variable is named DailySymptomAndMedicationScoreAveragedOverTheLastSevenDaysBeforeVisitTwelveImputedBy"
     "LastObservationCarriedForwardVersionSevenFinal in the data set."},
    {"table",
     "Dose | Day 1 | Day 29\n--- | --- | ---\n10 mg | x | x\n20 mg | x | \n\nTab\there, and a line\nthat goes on."},
};

} // namespace

std::span<const Passage> passages() { return kPassages; }

} // namespace trialdex::demo
