<?php
/**
 * What the block prints on the page. The link inside is for visitors whose browser runs no scripts.
 *
 * @var array $attributes
 */

defined( 'ABSPATH' ) || exit;

$aduan_service = aduan_service();
$aduan_unit    = sanitize_title( $attributes['unit'] );
if ( '' === $aduan_service || '' === $aduan_unit ) {
	return;
}

// `null`: an added version would be another address than the one that the service keeps fresh.
wp_enqueue_script_module( 'aduan', $aduan_service . '/widget/v1/aduan.js', array(), null );

$aduan_lang = 'en' === $attributes['lang'] ? 'en' : 'id';
$aduan_view = 'follow' === $attributes['view'] ? 'follow' : 'file';
$aduan_path = 'follow' === $aduan_view ? '/follow' : '';
$aduan_says = array(
	'id' => array( 'file' => 'Sampaikan pengaduan', 'follow' => 'Lacak pengaduan' ),
	'en' => array( 'file' => 'File a complaint', 'follow' => 'Follow a complaint' ),
);
// Printed as it was pasted: the form refuses what it cannot read as a fingerprint.
$aduan_key = trim( (string) ( $attributes['sealingKey'] ?? '' ) );
printf(
	'<div %1$s><aduan-widget tenant="%2$s" lang="%3$s" view="%4$s"%7$s><a href="%5$s">%6$s</a></aduan-widget></div>',
	get_block_wrapper_attributes(), // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
	esc_attr( $aduan_unit ),
	esc_attr( $aduan_lang ),
	esc_attr( $aduan_view ),
	esc_url( $aduan_service . '/t/' . $aduan_unit . $aduan_path . '?lang=' . $aduan_lang ),
	esc_html( $aduan_says[ $aduan_lang ][ $aduan_view ] ),
	'' === $aduan_key ? '' : ' sealing-key="' . esc_attr( $aduan_key ) . '"' // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
);
