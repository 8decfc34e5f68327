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
    text.addEventListener("renumber", number);
    text.addEventListener("scroll", () => { gutter.scrollTop = text.scrollTop; });
    new ResizeObserver(() => { gutter.style.height = `${text.clientHeight}px`; number(); }).observe(text);
    number();
    // Whoever comes from a finding lands at its line.
    const line = Number(new URLSearchParams(location.search).get("line"));
    if (line > 0) goTo(text, line, 1);

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
    const text = link && document.querySelector("textarea[data-code]");
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
    const text = form.querySelector("#source");
    const fields = form.querySelector("[data-part=fields]");

    const check = async () => {
        running?.abort();
        running = new AbortController();
        const sent = new URLSearchParams(new FormData(form));
        try {
            const answer = await fetch(form.dataset.check, {
                method: "POST", body: sent, signal: running.signal, headers: { "X-Requested-With": "XMLHttpRequest" },
            });
            if (answer.ok) show(await answer.text(), sent);
        } catch { /* The next letter asks again. */ }
    };

    function show(html, sent) {
        const said = new DOMParser().parseFromString(html, "text/html");
        said.querySelectorAll("[data-part]:not(textarea)").forEach(part => {
            const place = document.querySelector(`[data-part="${part.dataset.part}"]`);
            // Unchanged parts stay, and so do fields while somebody writes in them: only what is said of each is renewed.
            if (place === fields && fields.contains(document.activeElement)) sayAtFields(part);
            else if (place && place.innerHTML !== part.innerHTML) {
                const open = Array.from(place.querySelectorAll("details[open]"), d => d.dataset.keep);
                place.innerHTML = part.innerHTML;
                place.querySelectorAll("details").forEach(d => { d.open ||= open.includes(d.dataset.keep); });
            }
        });
        // What was typed into fields stands in the text now.
        const written = said.querySelector("textarea[data-part=source]").value;
        if (written !== sent.get("source").replaceAll("\r\n", "\n")) {
            const top = text.scrollTop;
            text.value = written;
            text.scrollTop = top;
            text.dispatchEvent(new Event("renumber"));
        }
        fields.querySelectorAll("input[type=hidden][name^='was:']").forEach(was => {
            const now = sent.get(was.name.replace("was:", "now:"));
            if (now !== null) was.value = now;
        });
    }

    function sayAtFields(part) {
        const said = new Map(Array.from(part.querySelectorAll("[data-slot]"), slot => [slot.dataset.slot, slot.innerHTML]));
        fields.querySelectorAll("[data-slot]").forEach(slot => {
            const html = said.get(slot.dataset.slot);
            if (html !== undefined && slot.innerHTML !== html) slot.innerHTML = html;
        });
    }

    // A part of the structure is shown as a form without leaving the page, and with it what is not saved yet.
    form.addEventListener("click", event => {
        const link = event.target.closest("a[data-at]");
        if (!link) return;
        form.elements.at.value = link.dataset.at;
        check();
    });
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
