// Starts the application in the page.
import './style.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/providers.tsx';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no element #app to start in');
createRoot(place).render(<App />);
