// Names to complete what is being typed: an accessible combobox over every input with data-suggest. Without this script
// the same inputs are plain boxes.

const pauseAfterKey = 80; // milliseconds
const shortest = 2; // letters

function listFor(input) {
    const list = document.createElement('ul');
    list.id = `${input.id}-suggestions`;
    list.className = 'suggestions';
    list.role = 'listbox';
    list.ariaLabel = 'Suggestions';
    list.hidden = true;
    return list;
}

function optionFor(suggestion, id) {
    const option = document.createElement('li');
    option.id = id;
    option.role = 'option';
    option.ariaSelected = 'false';
    const text = document.createElement('span');
    text.className = 'suggestion-text';
    text.textContent = suggestion.text;
    const kind = document.createElement('span');
    kind.className = 'suggestion-kind';
    kind.textContent = suggestion.id ?? suggestion.label;
    option.append(text, ' ', kind);
    return option;
}

class Suggestions {
    constructor(input) {
        this.input = input;
        this.kind = input.dataset.suggest;
        this.list = listFor(input);
        this.news = document.createElement('span');
        this.news.className = 'visually-hidden';
        this.news.role = 'status';
        this.found = [];
        this.at = -1;
        const frame = document.createElement('div');
        frame.className = 'suggest-frame';
        input.replaceWith(frame);
        frame.append(input, this.list, this.news);
        for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'],
            ['aria-controls', this.list.id], ['autocomplete', 'off']]) input.setAttribute(name, value);
        input.addEventListener('input', () => this.wait());
        input.addEventListener('keydown', (event) => this.key(event));
        input.addEventListener('blur', () => this.close());
        // The input keeps the focus while the mouse chooses.
        this.list.addEventListener('mousedown', (event) => event.preventDefault());
        this.list.addEventListener('click', (event) => {
            const option = event.target.closest('[role=option]');
            if (option) this.choose([...this.list.children].indexOf(option));
        });
    }

    wait() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.ask(), pauseAfterKey);
    }

    async ask() {
        this.asking?.abort();
        const typed = this.input.value.trim();
        if (typed.length < shortest) return this.close();
        this.asking = new AbortController();
        const query = new URLSearchParams({ q: typed });
        if (this.kind !== 'any') query.set('kind', this.kind);
        try {
            const answer = await fetch(`/search/suggest?${query}`, { signal: this.asking.signal });
            if (answer.ok) this.show((await answer.json()).suggestions);
        } catch {
            this.close(); // given up for a newer question, or no network: the box works without
        }
    }

    show(found) {
        if (document.activeElement !== this.input) return;
        this.found = found;
        this.at = -1;
        this.input.removeAttribute('aria-activedescendant');
        this.list.replaceChildren(...found.map((one, i) => optionFor(one, `${this.list.id}-${i}`)));
        this.list.hidden = found.length === 0;
        this.input.setAttribute('aria-expanded', String(found.length > 0));
        this.news.textContent = found.length === 0 ? '' : `${found.length} suggestions, arrow down to choose`;
    }

    close() {
        clearTimeout(this.timer);
        this.asking?.abort();
        this.found = [];
        this.at = -1;
        this.list.hidden = true;
        this.news.textContent = '';
        this.input.setAttribute('aria-expanded', 'false');
        this.input.removeAttribute('aria-activedescendant');
    }

    move(to) {
        const options = [...this.list.children];
        if (options.length === 0) return;
        this.at = (to + options.length + 1) % (options.length + 1);
        options.forEach((option, i) => { option.ariaSelected = String(i === this.at); });
        const option = options[this.at];
        if (!option) return this.input.removeAttribute('aria-activedescendant'); // back at what was typed
        this.input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
    }

    key(event) {
        const isOpen = !this.list.hidden;
        if (event.key === 'ArrowDown' && isOpen) this.move(this.at + 1);
        else if (event.key === 'ArrowUp' && isOpen) this.move(this.at < 0 ? this.found.length - 1 : this.at - 1);
        else if (event.key === 'Escape' && isOpen) this.close();
        else if (event.key === 'Enter' && this.at >= 0 && this.at < this.found.length) this.choose(this.at);
        else return;
        event.preventDefault();
    }

    // A study opens; a name goes into the field of its kind. The one box hands it on to that field and searches.
    choose(index) {
        const suggestion = this.found[index];
        this.close();
        if (!suggestion) return;
        if (!suggestion.parameter) return location.assign(suggestion.href);
        if (this.kind !== 'any') {
            this.input.value = suggestion.text;
            return;
        }
        const form = this.input.form;
        let field = form.elements[suggestion.parameter];
        if (!field) {
            field = Object.assign(document.createElement('input'), { type: 'hidden', name: suggestion.parameter });
            form.append(field);
        }
        field.value = suggestion.text;
        this.input.value = '';
        form.requestSubmit();
    }
}

for (const input of document.querySelectorAll('input[data-suggest]')) {
    if (input.dataset.suggest) new Suggestions(input);
}
