// The rubric editor: line numbers, links to lines, and what is said of the text while it is written. All of it is there without this
// script as well, after saving.
"use strict";

// Line numbers beside a text; links with data-line go to the line.
document.querySelectorAll("textarea[data-code]").forEach(text => {
    const gutter = text.previousElementSibling;
    let lines = 0;
    const number = () => {
        const count = text.value.split("\n").length;
        if (count !== lines) gutter.textContent = Array.from({ length: lines = count }, (_, i) => i + 1).join("\n");
        gutter.scrollTop = text.scrollTop;
    };
    text.addEventListener("input", number);
    text.addEventListener("scroll", () => { gutter.scrollTop = text.scrollTop; });
    new ResizeObserver(() => { gutter.style.height = `${text.clientHeight}px`; number(); }).observe(text);
    number();

    // A new line begins below the one before. Everything else, Tab too, is the browser's.
    text.addEventListener("keydown", event => {
        if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
        const before = text.value.slice(0, text.selectionStart);
        const indent = /^ */.exec(before.slice(before.lastIndexOf("\n") + 1))[0];
        if (indent === "") return;
        event.preventDefault();
        document.execCommand("insertText", false, `\n${indent}`);
    });
});

document.addEventListener("click", event => {
    const link = event.target.closest("a[data-line]");
    const text = link && document.querySelector(link.getAttribute("href"));
    if (!text) return;
    event.preventDefault();
    goTo(text, Number(link.dataset.line), Number(link.dataset.column ?? 1));
});

function goTo(text, line, column) {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0);
    text.focus();
    text.setSelectionRange(start + column - 1, start + (lines[line - 1] ?? "").length);
    text.scrollTop = Math.max(0, (line - 5) * parseFloat(getComputedStyle(text).lineHeight));
}

// What is said of the text, renewed while it is written.
document.querySelectorAll("form[data-check]").forEach(form => {
    let timer, running, isDirty = false;

    const check = async () => {
        running?.abort();
        running = new AbortController();
        try {
            const answer = await fetch(form.dataset.check, {
                method: "POST", body: new URLSearchParams(new FormData(form)), signal: running.signal,
                headers: { "X-Requested-With": "XMLHttpRequest" },
            });
            if (answer.ok) show(await answer.text());
        } catch { /* The next letter asks again. */ }
    };

    function show(html) {
        const parts = new DOMParser().parseFromString(html, "text/html").querySelectorAll("[data-part]");
        parts.forEach(part => {
            const place = document.querySelector(`[data-part="${part.dataset.part}"]`);
            // Unchanged parts stay, so that nothing that is read or focused is replaced for nothing.
            if (place && place.innerHTML !== part.innerHTML) place.innerHTML = part.innerHTML;
        });
    }

    form.addEventListener("input", () => {
        isDirty = true;
        clearTimeout(timer);
        timer = setTimeout(check, 300);
    });
    form.addEventListener("submit", () => { isDirty = false; });
    window.addEventListener("beforeunload", event => { if (isDirty) event.preventDefault(); });
    document.addEventListener("keydown", event => {
        if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        form.requestSubmit();
    });
});
