// What forms and links alone cannot do. Every page works without it.
"use strict";

// A form that asks before it acts: data-confirm holds the question.
document.addEventListener("submit", event => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
});

// A form that sends files shows how far it has come.
document.querySelectorAll("form[data-upload]").forEach(form => {
    const area = form.querySelector(".upload-progress");
    const bar = area.querySelector("progress");
    const status = area.querySelector("[role=status]");
    const button = form.querySelector("button[type=submit]");
    const german = document.documentElement.lang === "de";
    const say = (english, inGerman) => { status.textContent = german ? inGerman : english; };
    let announced = -1;

    form.addEventListener("submit", event => {
        event.preventDefault();
        const request = new XMLHttpRequest();
        request.open("POST", form.action);
        request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
        request.upload.addEventListener("progress", progress => {
            const percent = Math.floor(100 * progress.loaded / progress.total);
            bar.value = percent;
            // A screen reader hears every tenth.
            if (percent === 100) say("Received. Looking into it …", "Angekommen. Wird angesehen …");
            else if (Math.floor(percent / 10) !== announced) {
                announced = Math.floor(percent / 10);
                say(`${percent} % sent`, `${percent} % übertragen`);
            }
        });
        request.addEventListener("load", () => {
            if (request.status === 200) window.location.assign(JSON.parse(request.responseText).address);
            else fail(request.status);
        });
        request.addEventListener("error", () => fail(0));
        button.disabled = true;
        area.hidden = false;
        request.send(new FormData(form));
    });

    function fail(code) {
        button.disabled = false;
        if (code === 413) say("The file is larger than this service takes.", "Die Datei ist größer, als dieser Dienst annimmt.");
        else say(`The upload broke off${code ? ` (${code})` : ""}. Try again.`, `Das Hochladen brach ab${code ? ` (${code})` : ""}. Versuchen Sie es noch einmal.`);
    }
});

// A part of the page that the service renews: data-live holds its address, data-state says whether it still changes.
document.querySelectorAll("[data-live]").forEach(part => {
    const renew = async () => {
        let wait = 1000;
        try {
            const answer = await fetch(part.dataset.live, { headers: { "X-Requested-With": "XMLHttpRequest" } });
            if (answer.ok) {
                const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
                part.innerHTML = await answer.text();
                if (focused) document.getElementById(focused)?.focus();
                if (part.querySelector("[data-settled]")) { window.location.reload(); return; }
            } else wait = 5000;
        } catch { wait = 5000; }
        setTimeout(renew, wait);
    };
    setTimeout(renew, 1000);
});

// One box that ticks all others of its table.
document.querySelectorAll("input[data-all]").forEach(box => box.addEventListener("change", () => {
    box.closest("table").querySelectorAll("tbody input[type=checkbox]").forEach(other => { other.checked = box.checked; });
}));

// Pages of a report: what is marked comes into view, and links to pages move the pages alone.
document.querySelectorAll(".pages[data-start]").forEach(pages => {
    const show = (target, above) => {
        pages.scrollTop += target.getBoundingClientRect().top - pages.getBoundingClientRect().top - above;
    };
    const first = document.getElementById(pages.dataset.start);
    const mark = first?.querySelector("rect.evidence") ?? first?.querySelector("rect");
    if (mark) show(mark, pages.clientHeight / 4);
    else if (first) show(first, 0);
    pages.closest(".report").querySelectorAll("a[data-page]").forEach(link => link.addEventListener("click", event => {
        event.preventDefault();
        show(document.getElementById(link.dataset.page), 0);
        pages.focus();
    }));
});

// Keys: data-key names the one that presses a button, follows a link or goes to a field, as long as nobody writes. Escape leaves the field.
document.addEventListener("keydown", event => {
    if (event.key === "Escape" && event.target.matches("textarea")) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("textarea")) target.focus();
    else target.click();
});

// After a decision the rest of its question is judged anew with what was learnt, while the person goes on.
document.querySelectorAll("[data-rejudge]").forEach(async place => {
    const body = new URLSearchParams({ question: place.dataset.question });
    const token = place.closest("form").querySelector("input[name=__RequestVerificationToken]").value;
    try {
        const answer = await fetch(place.dataset.rejudge, {
            method: "POST", body, headers: { "X-Requested-With": "XMLHttpRequest", "X-Antiforgery": token },
        });
        const result = answer.ok ? await answer.json() : null;
        if (result?.changed > 0) place.textContent = result.text;
    } catch { /* The next decision asks again. */ }
});
