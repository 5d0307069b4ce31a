// One address for each kind of page, found by what the records hold.
import { idOf } from './record.mjs';

const holding = (records, test, what) => {
    const found = records.find(test);
    if (!found) throw new Error(`no record ${what}`);
    return idOf(found);
};

// A word of the study's conditions, as it stands in an address.
const conditionOf = (record) =>
    record.protocolSection.conditionsModule.conditions.join(' ').split(/[^a-z]+/i).find((word) => word.length > 5).toLowerCase();

// [name, path, status]
export function kindsOfPage(records) {
    const protocol = (record) => record.protocolSection;
    const arms = holding(records, (r) => protocol(r).armsInterventionsModule?.armGroups?.length > 1, 'with two groups');
    const results = holding(records, (r) => r.resultsSection?.adverseEventsModule?.seriousEvents
        && r.resultsSection.outcomeMeasuresModule && r.resultsSection.baselineCharacteristicsModule
        && r.resultsSection.participantFlowModule, 'with all parts of results');
    const stopped = holding(records, (r) => protocol(r).statusModule?.whyStopped, 'of a study that stopped');
    const sites = holding(records, (r) => protocol(r).contactsLocationsModule?.locations?.length > 20, 'with many sites');
    const expanded = holding(records, (r) => protocol(r).designModule?.studyType === 'EXPANDED_ACCESS', 'of expanded access');
    const term = conditionOf(records.find((record) => idOf(record) === arms));
    return [
        ['home', '/', 200],
        ['style', '/about/style', 200],
        ['study for researchers', `/study/${arms}?view=researcher`, 200],
        ['study for print', `/study/${results}?view=print`, 200],
        ['study', `/study/${arms}`, 200],
        ['study with results', `/study/${results}`, 200],
        ['stopped study', `/study/${stopped}`, 200],
        ['study with many sites', `/study/${sites}`, 200],
        ['expanded access', `/study/${expanded}`, 200],
        ['section', `/study/${arms}/protocolSection`, 200],
        ['module', `/study/${arms}/protocolSection/armsInterventionsModule`, 200],
        ['module with codes and dates', `/study/${arms}/protocolSection/statusModule`, 200],
        ['entity', `/study/${arms}/protocolSection/armsInterventionsModule/armGroups/0`, 200],
        ['participant flow', `/study/${results}/resultsSection/participantFlowModule`, 200],
        ['baseline', `/study/${results}/resultsSection/baselineCharacteristicsModule`, 200],
        ['outcome measure', `/study/${results}/resultsSection/outcomeMeasuresModule/outcomeMeasures/0`, 200],
        ['adverse events', `/study/${results}/resultsSection/adverseEventsModule`, 200],
        ['results', `/study/${results}/results`, 200],
        ['results: participant flow', `/study/${results}/results/flow`, 200],
        ['results: baseline', `/study/${results}/results/baseline`, 200],
        ['results: outcomes', `/study/${results}/results/outcomes`, 200],
        ['results: one outcome', `/study/${results}/results/outcomes/1`, 200],
        ['results: adverse events', `/study/${results}/results/adverse-events`, 200],
        ['results: adverse events, two groups', `/study/${results}/results/adverse-events?sort=system&first=1&second=2`, 200],
        ['results: adverse events, none like that', `/study/${results}/results/adverse-events?q=zzzyx`, 200],
        ['results: no such outcome', `/study/${results}/results/outcomes/999`, 404],
        ['adverse event', `/study/${results}/resultsSection/adverseEventsModule/seriousEvents/0`, 200],
        ['related trials', `/study/${arms}/related`, 200],
        ['related trials, steered', `/study/${arms}/related?condition=4&wording=0&status=rec&status=com`, 200],
        ['sites', `/study/${sites}/sites`, 200],
        ['sites nearest to coordinates', `/study/${sites}/sites?near=45.76%2C+4.84`, 200],
        ['sites nearest to an unknown town', `/study/${sites}/sites?near=zzzyx`, 200],
        ['trials like a draft', '/related', 200],
        ['comparison', `/compare?ids=${arms},${results},${expanded}`, 200],
        ['comparison of what differs', `/compare?ids=${arms},${stopped}&show=differences`, 200],
        ['comparison with mistakes', `/compare?ids=${arms},NCT99999999,hello`, 200],
        ['comparison to begin with', '/compare', 200],
        ['module tree', '/modules', 200],
        ['search', '/search', 200],
        ['search by field', `/search?cond=${term}&start=2005_&enrollment=5_&status=com&status=rec`, 200],
        ['search results', `/search?q=${term}`, 200],
        ['search without hits', `/search?q=${term}+zzzyx&status=rec`, 200],
        ['search with a mistake', `/search?q=AREA%5BConditon%5D(${term}`, 200],
        ['search help', '/search/help', 200],
        ['search import', '/search/import', 200],
        ['search report', `/search/report?cond=${term}&status=com`, 200],
        ['unknown study', '/study/NCT99999999', 404],
        ['malformed id', '/study/NCT123x', 400],
        ['unknown path', `/study/${arms}/protocolSection/noSuchModule`, 404],
        ['unknown address', '/nowhere', 404],
    ];
}
