/** Runs first, so that the page is never drawn in the wrong colours. */
const theme = localStorage.getItem('laut.theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
