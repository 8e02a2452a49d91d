// Whether figures may be saved: those of a run that did not converge may not leave the page.
import { createContext } from 'react';

export const FigureRights = createContext({ mayExport: true });
