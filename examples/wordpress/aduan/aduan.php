<?php
/**
 * Plugin Name:       Aduan
 * Description:       The complaint form of an office as a block.
 * Version:           1.0.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           MIT
 */

defined( 'ABSPATH' ) || exit;

/** Origin of the service, without a slash at its end; empty until an administrator has set it. */
function aduan_service(): string {
	return untrailingslashit( (string) get_option( 'aduan_service', '' ) );
}

/** Only the origin of an address; anything else would not be a place where scripts come from. */
function aduan_origin( $address ): string {
	$parts = wp_parse_url( trim( (string) $address ) );
	if ( empty( $parts['host'] ) || ! in_array( $parts['scheme'] ?? '', array( 'https', 'http' ), true ) ) {
		return '';
	}
	$port = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	return $parts['scheme'] . '://' . $parts['host'] . $port;
}

add_action(
	'init',
	static function (): void {
		register_setting(
			'general',
			'aduan_service',
			array(
				'type'              => 'string',
				'sanitize_callback' => 'aduan_origin',
				'default'           => '',
			)
		);
		register_block_type( __DIR__ );
	}
);

add_action(
	'admin_init',
	static function (): void {
		add_settings_field(
			'aduan_service',
			'Layanan pengaduan',
			static function (): void {
				printf(
					'<input type="url" id="aduan_service" name="aduan_service" class="regular-text" placeholder="https://aduan.kantor.example" value="%s">',
					esc_attr( aduan_service() )
				);
			},
			'general',
			'default',
			array( 'label_for' => 'aduan_service' )
		);
	}
);
