/** Words of this folder. */
export const zh = { title: '村务公开栏' };

export const en: typeof zh = { title: 'Village notice board' };
