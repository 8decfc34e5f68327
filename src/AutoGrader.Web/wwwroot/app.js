// What forms and links alone cannot do. Every page works without it.
"use strict";

// A form that asks before it acts: data-confirm holds the question.
document.addEventListener("submit", event => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
});
