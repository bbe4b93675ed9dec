/** What every page but the first ones needs besides itself: it is there once this is loaded. */
import { addTexts } from '../i18n/i18n';
import { texts } from '../i18n/vi.json?rest';
import './rest.css';

addTexts(texts);
