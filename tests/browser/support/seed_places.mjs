// Where each fact of the seed pages stands on ours, and in which words. A fact of theirs that is not in this table fails
// the test.
import { labelOf } from './record.mjs';

const protocol = (path) => labelOf('protocolSection.' + path);

// "18 Years" as one writes it in a sentence.
const inUnits = (age) => [age.toLowerCase()];
// Codes in words, with the code beside them.
const inWords = (words) => (code) => [words[code] ?? `(no words for ${code})`, code];
const text = (value) => [value.replace(/^\* /, '').replace(/\\([<>])/g, '$1')];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const day = (value) => {
    const [year, month, date] = value.split('-').map(Number);
    return [`${date} ${months[month - 1]} ${year}`];
};
const notInRecord = (words) => (value) => (value === '' || value === '-' ? [words] : [`(a value: ${value})`]);

// Their section and label → our section, the label of our fact when it has one, and what must be read there.
const table = {
    Head: {
        'Title': ['head', null, text],
        'NCT ID': ['head', null, text],
        'Last Updated': ['head', null, (value) => [`Last updated ${day(value)}`]],
    },
    'Study Results': { null: ['results-notice', null, inWords({ 'Results pending': 'No results posted' }), { code: false }] },
    'Basic Information': {
        'Recruitment Status': ['at-a-glance', protocol('statusModule.overallStatus'), inWords({ ACTIVE_NOT_RECRUITING: 'Active, not recruiting' })],
        'Total Enrollment': ['at-a-glance', protocol('designModule.enrollmentInfo'), text],
        'Study Classification': ['at-a-glance', protocol('designModule.studyType'), inWords({ OBSERVATIONAL: 'Observational' })],
        'Study Start Date': ['at-a-glance', protocol('statusModule.startDateStruct.date'), day],
        'Study Completion Date': ['at-a-glance', protocol('statusModule.completionDateStruct.date'), day],
    },
    'Brief Summary': { null: ['summary', null, text] },
    'Detailed Description': { null: ['detailed-description', null, text] },
    'Conditions': { null: ['conditions', protocol('conditionsModule.conditions'), text] },
    'Study Design': {
        'Observational Model Type': ['design', protocol('designModule.designInfo.observationalModel'), inWords({ COHORT: 'Cohort' })],
        'Study Time Perspective': ['design', protocol('designModule.designInfo.timePerspective'), inWords({ OTHER: 'Other time frame' })],
    },
    'Study Groups': {
        null: ['groups', null, text],
        'Intervention Type': ['groups', null, inWords({ DRUG: 'Drug' }), { code: false }], // it is with the intervention
    },
    'Interventions': {
        null: ['interventions', null, text],
        'Intervention Type': ['interventions', null, inWords({ DRUG: 'Drug' })],
    },
    'Eligibility Criteria': {
        null: ['who-can-join', null, text],
        'Minimum Eligible Age': ['who-can-join', protocol('eligibilityModule.minimumAge'), inUnits],
        'Eligible Sex': ['who-can-join', protocol('eligibilityModule.sex'), inWords({ ALL: 'All sexes' })],
        'Accepts Healthy Volunteers': ['who-can-join', protocol('eligibilityModule.healthyVolunteers'), text],
    },
    'Sponsors': {
        null: ['sponsors', null, (value) => (value === 'OTHER' ? ['Other organisation', value] : text(value))],
        'Sponsor Role': ['sponsors', null, (value) => [{ lead: 'Lead sponsor' }[value]]],
    },
    'Responsible Party': { 'Responsibility Role': ['sponsors', protocol('sponsorCollaboratorsModule.responsibleParty.type'), inWords({ SPONSOR: 'Sponsor' })] },
    'Principal Investigators': {
        null: ['sponsors', null, text],
        'Role': ['sponsors', null, inWords({ PRINCIPAL_INVESTIGATOR: 'Principal investigator' })],
    },
    'Locations': {
        // Sites stand below their country.
        null: ['where', null, (value) => (value.includes(', ') ? [value.replace(/, [^,]*$/, ''), value.replace(/.*, /, '')] : text(value))],
        'Site Status': ['where', null, notInRecord('Status of the sites: not in this record')],
    },
    'Countries': { null: ['where', 'Country', text] },
    'Other Identifiers': {
        null: ['identifiers', null, text],
        'Identifier Type': ['identifiers', null, notInRecord('type not in this record')],
        'Identifier Source': ['identifiers', null, (value) => [{ org_study_id: 'Sponsor’s own number' }[value]]],
    },
};

// { section, label, words } on our page; undefined for a fact without a place.
export function placeOf(row) {
    const place = table[row.section]?.[row.label];
    if (!place) return undefined;
    const [section, label, words, { code = true } = {}] = place;
    const found = words(row.value);
    return { section, label, words: code ? found : found.slice(0, 1) };
}
