// Texts of one row of a comparison are read side by side: opening one opens the others. Without this script each opens
// by itself.

for (const text of document.querySelectorAll('.compare details[data-row]')) {
    text.addEventListener('toggle', () => {
        for (const other of document.querySelectorAll(`.compare details[data-row="${text.dataset.row}"]`)) other.open = text.open;
    });
}
