export const downloadIcon = 'M12 4.5v11M7 11l5 5 5-5M5 19.5h14';
export const placeIcon =
  'M12 21c4.4-4.6 6.6-8 6.6-11a6.6 6.6 0 1 0-13.2 0c0 3 2.2 6.4 6.6 11zM12 7.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8';
export const imageIcon =
  'M5 5h14v14H5zM5 15.5l4-4 3.5 3.5 2.5-2 4 3.5M14.8 8.3a.9.9 0 1 0 0 1.8a.9.9 0 1 0 0-1.8';
export const backIcon = 'M15 6l-6 6 6 6';
export const onIcon = 'M9 6l6 6-6 6';
