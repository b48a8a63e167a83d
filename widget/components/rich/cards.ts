/* Carousels and lists, in one file. */
export { Carousel } from './Carousel.tsx';
export { ItemList } from './ItemList.tsx';
