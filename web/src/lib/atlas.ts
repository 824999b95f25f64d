import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import worldAddress from 'world-atlas/countries-110m.json?url';
import { codeOfShape } from './countries';
import { fetchJson } from './api';

export interface Country {
  code: string | null;
  name: string;
  shape: Feature<Geometry>;
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Shapes of the world's countries (Natural Earth by way of world-atlas), served like every file of the page. */
export async function loadAtlas(): Promise<Country[]> {
  const world = await fetchJson<World>(worldAddress);
  const shapes = feature(world, world.objects.countries) as FeatureCollection<Geometry, { name: string }>;
  return shapes.features.map((shape) => ({ code: codeOfShape(shape.id, shape.properties.name), name: shape.properties.name, shape }));
}
