import './start';
import { render } from 'preact';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource-variable/inter/index.css';
import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/views.css';
import { App } from './app';

const root = document.getElementById('page');
if (root) render(<App />, root);
