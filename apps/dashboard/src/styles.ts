// Mantine's styles come in a cascade layer, so that the order in which lazy pages load them never matters:
// the product's own rules always win.
import './layers.css';
import 'virtual:mantine-variables.css';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Loader.layer.css';
import '@mantine/core/styles/Button.layer.css';
import '@mantine/core/styles/Input.layer.css';
import './tokens.css';
import './base.css';
import './mantine.css';
