BEGIN TRANSACTION;
CREATE TABLE accounts (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	brand_id VARCHAR NOT NULL, 
	platform VARCHAR NOT NULL, 
	platform_account_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	username VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	reconnect_reason VARCHAR, 
	profile_picture_url VARCHAR, 
	bio VARCHAR, 
	login_id VARCHAR, 
	details JSON, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (platform, platform_account_id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(brand_id) REFERENCES brands (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "accounts" VALUES('acc_01M8KSH475NKREGDY1SY21S72M','a661f7d2-bc7d-4657-9570-8ec193cad2ed','628d3bf5-ea67-4e4c-8d42-73bf1eb45c0a','threads','87169868924919583','Shop','shop','active',NULL,'https://cdn.example.com/avatars/threads/shop.jpg',NULL,NULL,NULL,1795960639000000);
CREATE TABLE announcements (
	id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	link_label VARCHAR, 
	link_url VARCHAR, 
	window_start BIGINT, 
	window_end BIGINT, 
	published_at BIGINT NOT NULL, 
	hidden_at BIGINT, 
	PRIMARY KEY (id)
);
CREATE TABLE api_keys (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	preview VARCHAR NOT NULL, 
	scopes JSON NOT NULL, 
	brand_ids JSON NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	created_at BIGINT NOT NULL, 
	last_used_at BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED, 
	UNIQUE (digest)
);
INSERT INTO "api_keys" VALUES('1ee441d4-7153-4d78-8b50-9e15b1da198a','a661f7d2-bc7d-4657-9570-8ec193cad2ed','Api key','a19944cfbfcbfbbb09272ab12e6948821425a22ecfdabe0d8186b965af5b579d','sapi_key_6fd8e...','[]','[]',1,1792504639000000,1795960640227008);
INSERT INTO "api_keys" VALUES('7520d976-786a-4223-9c1a-fec480a4aa13','a661f7d2-bc7d-4657-9570-8ec193cad2ed','Scoped key','9e06969c581923eefc3928c4008040d136eaa0bfb991facd5b918d05facadd1f','sapi_key_da6a8...','["posts:read"]','[]',1,1792504640000000,NULL);
INSERT INTO "api_keys" VALUES('95da5f58-02e6-426d-a8cd-c71dfa91fb2a','a661f7d2-bc7d-4657-9570-8ec193cad2ed','Brand key','8e73079feeea3604f763d8275add970c3d308d807948a05d429f8bc30b1125c8','sapi_key_3fdfb...','[]','["71d9364d-78c2-455a-bb4b-9e4fa1d8f9e8"]',1,1792504641000000,NULL);
INSERT INTO "api_keys" VALUES('4bd9d5e3-8102-4153-8717-25d927c786c5','a661f7d2-bc7d-4657-9570-8ec193cad2ed','Revoked key','429fbf0e7fe9312e71777174c85f69e28d50661d846020cc6ef37c659d3d73f1','sapi_key_6b72e...','[]','[]',0,1792504642000000,NULL);
CREATE TABLE app_credentials (
	platform VARCHAR NOT NULL, 
	holder_id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	brand_id VARCHAR, 
	client_id_hint VARCHAR NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	is_refused BOOLEAN NOT NULL, 
	created_at BIGINT NOT NULL, 
	updated_at BIGINT NOT NULL, 
	PRIMARY KEY (platform, holder_id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(brand_id) REFERENCES brands (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE boards (
	id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	platform_board_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	description VARCHAR, 
	privacy VARCHAR NOT NULL, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
	UNIQUE (platform_board_id)
);
CREATE TABLE brands (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	created_at BIGINT NOT NULL, 
	updated_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "brands" VALUES('71d9364d-78c2-455a-bb4b-9e4fa1d8f9e8','a661f7d2-bc7d-4657-9570-8ec193cad2ed','Default',1792504639000000,1792504639000000);
INSERT INTO "brands" VALUES('628d3bf5-ea67-4e4c-8d42-73bf1eb45c0a','a661f7d2-bc7d-4657-9570-8ec193cad2ed','Shop',1795960639000000,1795960639000000);
CREATE TABLE checkouts (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	tier VARCHAR NOT NULL, 
	interval VARCHAR NOT NULL, 
	return_url VARCHAR, 
	status VARCHAR NOT NULL, 
	expires_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE collaborations (
	id VARCHAR NOT NULL, 
	media_id VARCHAR NOT NULL, 
	publisher_id VARCHAR, 
	platform_account_id VARCHAR NOT NULL, 
	username VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	invited_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (media_id, platform_account_id)
);
CREATE TABLE commented_posts (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	page_id VARCHAR, 
	platform VARCHAR NOT NULL, 
	platform_id VARCHAR NOT NULL, 
	content VARCHAR, 
	permalink VARCHAR, 
	thumbnail VARCHAR, 
	like_count INTEGER NOT NULL, 
	published_at BIGINT, 
	commented_at BIGINT NOT NULL, 
	created_at BIGINT NOT NULL, 
	updated_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE comments (
	id VARCHAR NOT NULL, 
	post_id VARCHAR NOT NULL, 
	parent_id VARCHAR, 
	platform_id VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	author JSON NOT NULL, 
	is_owner BOOLEAN NOT NULL, 
	is_hidden BOOLEAN NOT NULL, 
	moderation_status VARCHAR NOT NULL, 
	like_count INTEGER NOT NULL, 
	liked BOOLEAN NOT NULL, 
	created_at BIGINT NOT NULL, 
	privately_answered_at BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(post_id) REFERENCES commented_posts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(parent_id) REFERENCES comments (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE connections (
	state VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	key_id VARCHAR, 
	platform VARCHAR NOT NULL, 
	brand_id VARCHAR, 
	redirect_uri VARCHAR, 
	customer_state VARCHAR NOT NULL, 
	expires_at BIGINT NOT NULL, 
	PRIMARY KEY (state), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE conversations (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	page_id VARCHAR, 
	platform VARCHAR NOT NULL, 
	platform_id VARCHAR NOT NULL, 
	participant_id VARCHAR NOT NULL, 
	participant_name VARCHAR NOT NULL, 
	participant_picture VARCHAR, 
	status VARCHAR NOT NULL, 
	unread_count INTEGER NOT NULL, 
	last_message VARCHAR, 
	last_message_at BIGINT, 
	last_incoming_at BIGINT, 
	refusal VARCHAR, 
	sort_at BIGINT NOT NULL, 
	created_at BIGINT NOT NULL, 
	updated_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (account_id, participant_id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE credentials_tests (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	tried_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE credit_uses (
	workspace_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	period_start BIGINT NOT NULL, 
	used INTEGER NOT NULL, 
	PRIMARY KEY (workspace_id, kind, period_start), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "credit_uses" VALUES('a661f7d2-bc7d-4657-9570-8ec193cad2ed','post',1795096639000000,1);
CREATE TABLE events (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	category VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	summary VARCHAR NOT NULL, 
	platform VARCHAR, 
	account_id VARCHAR, 
	resource_id VARCHAR, 
	error_category VARCHAR, 
	error_message VARCHAR, 
	status_code INTEGER, 
	duration_ms INTEGER, 
	details JSON NOT NULL, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "events" VALUES('0ea4c3c0-8271-45d3-99eb-d27c709f1c42','a661f7d2-bc7d-4657-9570-8ec193cad2ed','account','account.connected','ok','Threads account connected as shop','threads','acc_01M8KSH475NKREGDY1SY21S72M','acc_01M8KSH475NKREGDY1SY21S72M',NULL,NULL,NULL,NULL,'{}',1795960639000000);
INSERT INTO "events" VALUES('b49ca83e-fce5-4030-877a-a2a9c9aa5ff1','a661f7d2-bc7d-4657-9570-8ec193cad2ed','post','post.scheduled','ok','Scheduled for Threads','threads','acc_01M8KSH475NKREGDY1SY21S72M','fbf9c76c-cebc-4ced-9c54-9c450d738f30',NULL,NULL,NULL,NULL,'{}',1795960640311503);
CREATE TABLE export_videos (
	export_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	document JSON NOT NULL, 
	PRIMARY KEY (export_id, position), 
	FOREIGN KEY(export_id) REFERENCES exports (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE exports (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	platform VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	include_transcript BOOLEAN NOT NULL, 
	include_vision BOOLEAN NOT NULL, 
	total_videos INTEGER NOT NULL, 
	processed_videos INTEGER NOT NULL, 
	error VARCHAR, 
	due_at BIGINT, 
	created_at BIGINT NOT NULL, 
	completed_at BIGINT, 
	expires_at BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE feedback (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	message VARCHAR NOT NULL, 
	sent_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE fetched (
	account_id VARCHAR NOT NULL, 
	platform_post_id VARCHAR NOT NULL, 
	PRIMARY KEY (account_id, platform_post_id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE invites (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	brand_id VARCHAR NOT NULL, 
	platform VARCHAR NOT NULL, 
	token VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	created_at BIGINT NOT NULL, 
	expires_at BIGINT NOT NULL, 
	spent_at BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(brand_id) REFERENCES brands (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
	UNIQUE (token), 
	UNIQUE (state)
);
CREATE TABLE logged_requests (
	id VARCHAR NOT NULL, 
	at BIGINT NOT NULL, 
	method VARCHAR NOT NULL, 
	path VARCHAR NOT NULL, 
	"query" VARCHAR NOT NULL, 
	operation VARCHAR, 
	status INTEGER NOT NULL, 
	ms DOUBLE NOT NULL, 
	request_id VARCHAR NOT NULL, 
	workspace_id VARCHAR, 
	error VARCHAR, 
	violations JSON NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE logins (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	platform VARCHAR NOT NULL, 
	who VARCHAR NOT NULL, 
	page_ids JSON NOT NULL, 
	is_lost BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (workspace_id, platform, who), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE media (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	filename VARCHAR NOT NULL, 
	content_type VARCHAR NOT NULL, 
	size_bytes BIGINT NOT NULL, 
	duration_seconds INTEGER, 
	status VARCHAR NOT NULL, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE mentions (
	id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	media_id VARCHAR NOT NULL, 
	comment_id VARCHAR, 
	text VARCHAR NOT NULL, 
	media JSON NOT NULL, 
	author JSON NOT NULL, 
	permalink VARCHAR, 
	received_at BIGINT NOT NULL, 
	PRIMARY KEY (id, account_id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE messages (
	id VARCHAR NOT NULL, 
	conversation_id VARCHAR NOT NULL, 
	platform_id VARCHAR NOT NULL, 
	direction VARCHAR NOT NULL, 
	sender_id VARCHAR NOT NULL, 
	sender_name VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	attachment_type VARCHAR, 
	attachment_url VARCHAR, 
	interactive JSON, 
	status VARCHAR, 
	status_updated_at BIGINT, 
	due_at BIGINT, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(conversation_id) REFERENCES conversations (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE oauth_clients (
	id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	secret_digest VARCHAR(64), 
	redirect_uris JSON NOT NULL, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE oauth_codes (
	digest VARCHAR(64) NOT NULL, 
	client_id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	redirect_uri VARCHAR NOT NULL, 
	scope VARCHAR NOT NULL, 
	code_challenge VARCHAR NOT NULL, 
	expires_at BIGINT NOT NULL, 
	PRIMARY KEY (digest), 
	FOREIGN KEY(client_id) REFERENCES oauth_clients (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE outcomes (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	account_id VARCHAR, 
	operation_id VARCHAR, 
	reason VARCHAR NOT NULL, 
	remaining INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE pages (
	id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	platform_page_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	is_default BOOLEAN NOT NULL, 
	is_lost BOOLEAN NOT NULL, 
	details JSON, 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE pending_connections (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	platform VARCHAR NOT NULL, 
	brand_id VARCHAR, 
	who VARCHAR NOT NULL, 
	login_id VARCHAR, 
	expires_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(brand_id) REFERENCES brands (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(login_id) REFERENCES logins (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE portal_sessions (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	return_url VARCHAR, 
	is_opened BOOLEAN NOT NULL, 
	expires_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE posts (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	text VARCHAR, 
	title VARCHAR, 
	search VARCHAR NOT NULL, 
	visibility VARCHAR, 
	first_comment VARCHAR, 
	hidden BOOLEAN NOT NULL, 
	retry_count INTEGER NOT NULL, 
	skip_validation BOOLEAN NOT NULL, 
	media JSON NOT NULL, 
	segments JSON NOT NULL, 
	platform_data JSON NOT NULL, 
	scheduled_at BIGINT, 
	published_at BIGINT, 
	sort_at BIGINT NOT NULL, 
	created_at BIGINT NOT NULL, 
	updated_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "posts" VALUES('f96a80fa-4b02-47ab-af7f-0f7771bf44cf','a661f7d2-bc7d-4657-9570-8ec193cad2ed','published','We are open',NULL,'we are open',NULL,NULL,0,0,0,'[]','[]','{}',NULL,1795960639000000,1795960639000000,1795960639000000,1795960639000000);
INSERT INTO "posts" VALUES('fbf9c76c-cebc-4ced-9c54-9c450d738f30','a661f7d2-bc7d-4657-9570-8ec193cad2ed','scheduled','Closed tomorrow',NULL,'closed tomorrow',NULL,NULL,0,0,0,'[]','[]','{}',4070937600000000,NULL,4070937600000000,1795960640311503,1795960640311503);
CREATE TABLE redirect_uris (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	uri VARCHAR NOT NULL, 
	label VARCHAR, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (workspace_id, uri), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE refresh_tokens (
	digest VARCHAR(64) NOT NULL, 
	family VARCHAR NOT NULL, 
	client_id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	scope VARCHAR NOT NULL, 
	created_at BIGINT NOT NULL, 
	revoked_at BIGINT, 
	PRIMARY KEY (digest), 
	FOREIGN KEY(client_id) REFERENCES oauth_clients (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE reviews (
	id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	platform_id VARCHAR NOT NULL, 
	author_name VARCHAR, 
	author_picture VARCHAR, 
	rating INTEGER NOT NULL, 
	text VARCHAR, 
	reply_id VARCHAR, 
	reply_text VARCHAR, 
	replied_at BIGINT, 
	created_at BIGINT NOT NULL, 
	updated_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE revoked_tokens (
	digest VARCHAR(64) NOT NULL, 
	expires_at BIGINT NOT NULL, 
	PRIMARY KEY (digest)
);
CREATE TABLE seen_announcements (
	workspace_id VARCHAR NOT NULL, 
	announcement_id VARCHAR NOT NULL, 
	PRIMARY KEY (workspace_id, announcement_id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(announcement_id) REFERENCES announcements (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE server_facts (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "server_facts" VALUES('schema','3');
INSERT INTO "server_facts" VALUES('seed','{"workspaces": {"demo": {"plan": "pro", "brands": [{"name": "Shop", "accounts": [{"platform": "threads", "username": "shop"}]}], "posts": [{"text": "We are open", "status": "published", "accounts": ["shop"]}]}}}');
INSERT INTO "server_facts" VALUES('dashboard_jwt','186d26aa5244fa007db6cc6f4972e2030dd2f11f64457617b81100a2c0774c4a');
INSERT INTO "server_facts" VALUES('oauth_token','d7185db1dadc2b6c3d37d521580ce2b9825b95c959dee2fc0be797e1f2a4ce36');
INSERT INTO "server_facts" VALUES('cursor','77618287dfebce88562307dde0b1ccd66848e26a72019340166f4e65148828ea');
CREATE TABLE stories (
	id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	media_url VARCHAR, 
	permalink VARCHAR NOT NULL, 
	created_at BIGINT NOT NULL, 
	expires_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE targets (
	id VARCHAR NOT NULL, 
	post_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	account_id VARCHAR NOT NULL, 
	platform VARCHAR NOT NULL, 
	page_id VARCHAR, 
	board_id VARCHAR, 
	overrides JSON NOT NULL, 
	status VARCHAR NOT NULL, 
	due_at BIGINT, 
	platform_post_id VARCHAR, 
	permalink VARCHAR, 
	published_at BIGINT, 
	media_type VARCHAR, 
	metrics JSON, 
	metrics_synced_at BIGINT, 
	details JSON, 
	error JSON, 
	PRIMARY KEY (id), 
	FOREIGN KEY(post_id) REFERENCES posts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "targets" VALUES('b60c8f3f-dc67-4ca8-9b71-18ffee9bc5cb','f96a80fa-4b02-47ab-af7f-0f7771bf44cf',0,'acc_01M8KSH475NKREGDY1SY21S72M','threads',NULL,NULL,'{}','published',NULL,'43122676230840646','https://www.threads.net/@shop/post/MnRfLvy999M',1795960639000000,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "targets" VALUES('b961b8b9-ca48-4481-b207-f655dfe086e4','fbf9c76c-cebc-4ced-9c54-9c450d738f30',0,'acc_01M8KSH475NKREGDY1SY21S72M','threads',NULL,NULL,'{}','pending',4070937600000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE video_edits (
	account_id VARCHAR NOT NULL, 
	platform_post_id VARCHAR NOT NULL, 
	title VARCHAR, 
	description VARCHAR, 
	visibility VARCHAR, 
	PRIMARY KEY (account_id, platform_post_id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE webhook_attempts (
	delivery_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	status_code INTEGER, 
	response_body VARCHAR NOT NULL, 
	duration_ms INTEGER NOT NULL, 
	error_message VARCHAR NOT NULL, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (delivery_id, number), 
	FOREIGN KEY(delivery_id) REFERENCES webhook_deliveries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE webhook_deliveries (
	id VARCHAR NOT NULL, 
	webhook_id VARCHAR NOT NULL, 
	event_type VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	description VARCHAR NOT NULL, 
	is_test BOOLEAN NOT NULL, 
	status VARCHAR NOT NULL, 
	attempts_left INTEGER NOT NULL, 
	due_at BIGINT, 
	claimed_until BIGINT, 
	ended_at BIGINT, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(webhook_id) REFERENCES webhooks (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE webhooks (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	url VARCHAR NOT NULL, 
	events JSON NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	secret VARCHAR NOT NULL, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE whatsapp_numbers (
	account_id VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	profile JSON NOT NULL, 
	code_sent_at BIGINT, 
	codes_since BIGINT, 
	codes_sent INTEGER NOT NULL, 
	PRIMARY KEY (account_id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE whatsapp_templates (
	id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	category VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	components JSON NOT NULL, 
	review_at BIGINT, 
	changed_at BIGINT, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (account_id, name, language), 
	FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE workspaces (
	id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	"plan" VARCHAR NOT NULL, 
	created_at BIGINT NOT NULL, 
	avatar_url VARCHAR, 
	use_case VARCHAR, 
	referral VARCHAR, 
	onboarding BOOLEAN NOT NULL, 
	beta_tester BOOLEAN NOT NULL, 
	lock_accounts_to_brand BOOLEAN NOT NULL, 
	allowed_platforms JSON NOT NULL, 
	billing_blocked_at BIGINT, 
	deleted_at BIGINT, 
	PRIMARY KEY (id), 
	UNIQUE (name), 
	UNIQUE (subject)
);
INSERT INTO "workspaces" VALUES('a661f7d2-bc7d-4657-9570-8ec193cad2ed','demo','c41059c8-156a-4086-a9fe-0f8b5b59415d','demo@example.com','pro',1792504639000000,NULL,'agency',NULL,0,0,0,'[]',NULL,NULL);
CREATE INDEX announcements_listed ON announcements (published_at, id);
CREATE INDEX media_listed ON media (workspace_id, status, created_at, id);
CREATE INDEX media_stored ON media (workspace_id, status, size_bytes);
CREATE INDEX api_keys_listed ON api_keys (workspace_id, created_at, id);
CREATE INDEX brands_listed ON brands (workspace_id, created_at, id);
CREATE INDEX posts_by_creation ON posts (workspace_id, created_at, id);
CREATE INDEX posts_by_schedule ON posts (workspace_id, sort_at, id);
CREATE INDEX credentials_tests_counted ON credentials_tests (workspace_id, tried_at);
CREATE INDEX ix_checkouts_workspace_id ON checkouts (workspace_id);
CREATE INDEX ix_portal_sessions_workspace_id ON portal_sessions (workspace_id);
CREATE INDEX events_by_account ON events (workspace_id, account_id, created_at, id);
CREATE INDEX events_by_category ON events (workspace_id, category, created_at, id);
CREATE INDEX events_listed ON events (workspace_id, created_at, id);
CREATE INDEX events_by_resource ON events (workspace_id, resource_id, created_at, id);
CREATE INDEX events_by_action ON events (workspace_id, action, created_at, id);
CREATE INDEX exports_listed ON exports (workspace_id, created_at, id);
CREATE INDEX ix_exports_due_at ON exports (due_at);
CREATE INDEX ix_feedback_sent_at ON feedback (sent_at);
CREATE INDEX ix_feedback_workspace_id ON feedback (workspace_id);
CREATE INDEX ix_oauth_codes_workspace_id ON oauth_codes (workspace_id);
CREATE INDEX ix_refresh_tokens_family ON refresh_tokens (family);
CREATE INDEX ix_refresh_tokens_workspace_id ON refresh_tokens (workspace_id);
CREATE INDEX ix_outcomes_workspace_id ON outcomes (workspace_id);
CREATE INDEX redirect_uris_listed ON redirect_uris (workspace_id, created_at, id);
CREATE INDEX webhooks_listed ON webhooks (workspace_id, created_at, id);
CREATE INDEX ix_accounts_brand_id ON accounts (brand_id);
CREATE INDEX ix_accounts_login_id ON accounts (login_id);
CREATE INDEX accounts_listed ON accounts (workspace_id, created_at, id);
CREATE INDEX ix_targets_platform_post_id ON targets (platform_post_id);
CREATE INDEX ix_targets_post_id ON targets (post_id);
CREATE INDEX ix_targets_due_at ON targets (due_at);
CREATE INDEX ix_targets_account_id ON targets (account_id);
CREATE INDEX ix_app_credentials_brand_id ON app_credentials (brand_id);
CREATE INDEX app_credentials_listed ON app_credentials (workspace_id, platform, created_at);
CREATE INDEX ix_pending_connections_workspace_id ON pending_connections (workspace_id);
CREATE INDEX ix_pending_connections_login_id ON pending_connections (login_id);
CREATE INDEX ix_invites_workspace_id ON invites (workspace_id);
CREATE INDEX invites_listed ON invites (brand_id, created_at, id);
CREATE INDEX ix_webhook_deliveries_claimed_until ON webhook_deliveries (claimed_until);
CREATE INDEX webhook_deliveries_ended ON webhook_deliveries (webhook_id, ended_at);
CREATE INDEX webhook_deliveries_listed ON webhook_deliveries (webhook_id, created_at, id);
CREATE INDEX ix_webhook_deliveries_due_at ON webhook_deliveries (due_at);
CREATE INDEX webhook_deliveries_by_status ON webhook_deliveries (webhook_id, status, created_at, id);
CREATE INDEX webhook_deliveries_by_event ON webhook_deliveries (webhook_id, event_type, created_at, id);
CREATE INDEX ix_pages_platform_page_id ON pages (platform_page_id);
CREATE INDEX ix_pages_account_id ON pages (account_id);
CREATE UNIQUE INDEX commented_posts_of_account ON commented_posts (account_id, platform_id);
CREATE INDEX commented_posts_listed ON commented_posts (workspace_id, commented_at, id);
CREATE INDEX conversations_listed ON conversations (workspace_id, status, sort_at, id);
CREATE INDEX stories_listed ON stories (account_id, created_at, id);
CREATE INDEX ix_mentions_media_id ON mentions (media_id);
CREATE INDEX mentions_listed ON mentions (account_id, received_at, id);
CREATE INDEX boards_listed ON boards (account_id, created_at, id);
CREATE INDEX reviews_newest ON reviews (account_id, created_at, id);
CREATE INDEX reviews_by_rating ON reviews (account_id, rating, id);
CREATE INDEX ix_reviews_platform_id ON reviews (platform_id);
CREATE INDEX ix_whatsapp_templates_review_at ON whatsapp_templates (review_at);
CREATE INDEX whatsapp_templates_listed ON whatsapp_templates (account_id, created_at, id);
CREATE INDEX comments_of_comment ON comments (parent_id, created_at, id);
CREATE INDEX comments_of_post ON comments (post_id, parent_id, created_at, id);
CREATE INDEX ix_comments_platform_id ON comments (platform_id);
CREATE INDEX ix_messages_platform_id ON messages (platform_id);
CREATE INDEX ix_messages_due_at ON messages (due_at);
CREATE INDEX messages_listed ON messages (conversation_id, created_at, id);
COMMIT;
