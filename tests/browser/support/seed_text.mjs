// Reads the text of another site's study page or module page into rows: { section, label, value }, in "Study Groups" with
// the group they belong to. Every line of the text ends up in a row, but for headings, their explanations (their words
// are theirs) and the related trials.
import { readFileSync } from 'node:fs';

// For each of their sections: labels whose value is the next line, and labels whose value stands on the same line.
const sections = {
    'Study Results': { notice: true },
    'Basic Information': {
        next: ['Recruitment Status', 'Total Enrollment', 'Study Classification', 'Study Start Date', 'Study Completion Date'],
    },
    'Brief Summary': {},
    'Detailed Description': {},
    'Conditions': {},
    'Study Design': { next: ['Observational Model Type', 'Study Time Perspective'] },
    'Study Groups': { same: ['Intervention Type'] },
    'Interventions': { same: ['Intervention Type'] },
    'Eligibility Criteria': { next: ['Minimum Eligible Age', 'Eligible Sex', 'Accepts Healthy Volunteers'] },
    'Sponsors': { same: ['Sponsor Role'] },
    'Responsible Party': { same: ['Responsibility Role'] },
    'Principal Investigators': { same: ['Role:'] },
    'Locations': { same: ['Site Status'] },
    'Countries': {},
    'Other Identifiers': { same: ['Identifier Type:', 'Identifier Source:'] },
};
const related = 'More Related Trials';

const filledLines = (text) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

function* sectionRows(section, lines) {
    const { next = [], same = [], notice = false } = sections[section];
    // The first line explains the section; of the notice on results, the second does.
    const facts = notice ? lines.slice(0, 1) : lines.slice(1);
    for (let i = 0; i < facts.length; i++) {
        const start = same.find((label) => facts[i] === label || facts[i].startsWith(label + ' '));
        if (next.includes(facts[i])) {
            yield { section, label: facts[i], value: facts[i + 1] };
            i++;
        } else if (start) {
            yield { section, label: start.replace(':', ''), value: facts[i].slice(start.length).trim() };
        } else {
            yield { section, label: null, value: facts[i] };
        }
    }
}

// A group's name is a line that is no sentence and not the name of an intervention, which its type follows.
function inGroups(rows) {
    let group = null;
    return rows.map((row, i) => {
        const isIntervention = rows[i + 1]?.label === 'Intervention Type';
        if (row.label === null && !isIntervention && !row.value.endsWith('.')) group = row.value;
        return { ...row, group };
    });
}

export function readStudyPage(path) {
    const lines = filledLines(readFileSync(path, 'utf8'));
    const rows = [{ section: 'Head', label: 'Title', value: lines[0] }];
    let at = 1;
    for (; !(lines[at] in sections); at++) {
        const [label, value] = lines[at].split(/: (.*)/s);
        rows.push({ section: 'Head', label, value });
    }
    while (lines[at] !== related) {
        const section = lines[at];
        let end = at + 1;
        // "Interventions" is a section; the same word inside one would be a defect of this reader, not of the page.
        while (!(lines[end] in sections) && lines[end] !== related) end++;
        const found = [...sectionRows(section, lines.slice(at + 1, end))];
        rows.push(...(section === 'Study Groups' ? inGroups(found) : found));
        at = end;
    }
    return rows;
}

// The module page: "Label: value" lines, after the module's name, its explanation (theirs) and its path.
export function readModulePage(path) {
    const lines = filledLines(readFileSync(path, 'utf8'));
    const rows = [{ section: 'Head', label: 'Module', value: lines[0] }];
    rows.push({ section: 'Head', label: 'Path', value: lines.find((line) => line.includes('->')) });
    const first = lines.findIndex((line) => /^[\w ]+: /.test(line));
    for (const line of lines.slice(first)) {
        const [label, value] = line.split(/:\s*(.*)/s);
        rows.push({ section: 'Fields', label, value });
    }
    return rows;
}
