export interface paths {
    "/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Letters the organization sent, or would have sent without mail set up
         * @description Needs the permission `organization.manage`.
         */
        get: operations["getOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description Needs the permission `audit.read`.
         */
        get: operations["getAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the page before signing in may know */
        get: operations["getWelcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account and its organization, and sign in */
        post: operations["postSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail address and password */
        post: operations["postSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["postSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password/forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link for a new password mailed
         * @description Answers the same whether or not there is such an account.
         */
        post: operations["postPasswordForgotten"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password with the link's token
         * @description Every session of the person ends.
         */
        post: operations["postPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the own password
         * @description Every other session of the person ends.
         */
        post: operations["postPasswordChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an e-mail address with the letter's token */
        post: operations["postEmailVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the confirming letter again */
        post: operations["postEmailVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where, and with what rights */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the own name, theme, language or time zone */
        patch: operations["patchMe"];
        trace?: never;
    };
    "/me/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Go to another organization */
        put: operations["putMeOrganization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation's link invites to */
        get: operations["getInvitation"];
        put?: never;
        /** Accept an invitation and sign in */
        post: operations["postInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization
         * @description Needs the permission `members.read`.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, language, time zone or country
         * @description Needs the permission `organization.manage`.
         */
        patch: operations["patchOrganization"];
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members, oldest first
         * @description Needs the permission `members.read`.
         */
        get: operations["getMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a member's role, deactivate or reactivate them
         * @description Only owners make, demote or deactivate owners; the last owner stays one. A deactivated member's sessions end at once.
         *
         *     Needs the permission `members.manage`.
         */
        patch: operations["patchMembersByMemberId"];
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invitations waiting for an answer, newest first
         * @description Needs the permission `members.manage`.
         */
        get: operations["getInvitations"];
        put?: never;
        /**
         * Invite somebody by link, mailed where mail is set up
         * @description Needs the permission `members.manage`.
         */
        post: operations["postInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description Needs the permission `members.manage`.
         */
        delete: operations["deleteInvitationsByInvitationId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API keys, newest first
         * @description Needs the permission `api_keys.manage`.
         */
        get: operations["getApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description A key may not have permissions its maker lacks; `all` is all the maker has.
         *
         *     Needs the permission `api_keys.manage`.
         */
        post: operations["postApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key: it stops working at once
         * @description Needs the permission `api_keys.manage`.
         */
        delete: operations["deleteApiKeysByApiKeyId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every permission, what it allows and which roles have it
         * @description Needs the permission `members.read`.
         */
        get: operations["getPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file, to be sent with a message
         * @description multipart/form-data with one part `file` of at most 100 MB. What is not sent within a day is removed.
         *
         *     Needs the permission `inbox.reply`.
         */
        post: operations["postFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of a file
         * @description Answers Range and If-None-Match. Pictures, audio and video of known types are inline, anything else is an attachment.
         *
         *     Needs the permission `inbox.read`.
         */
        get: operations["getFilesByFileId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in the organization, as it happens
         * @description Server-sent events: `data` is `{ name, organizationId, conversationId, contactId }`, with `messageId` where it is about a message; read the rest where it lives. Send `Last-Event-ID` to go on after a lost connection; `event: resync` says that too much was missed and everything shown should be read again. A comment comes every 15 s. Only events are sent that your permissions allow to see.
         *
         *     Needs the permission `inbox.read`.
         */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search contacts, newest first
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getContacts"];
        put?: never;
        /**
         * Create a contact
         * @description Answers 409 `identity_exists` where a contact already has one of the identities; its id stands in `remedy`. A phone number in national notation is read in the contact's country, else the organization's.
         *
         *     Needs the permission `contacts.write`.
         */
        post: operations["postContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contact with identities, tags, consents and conversations
         * @description Conversations are listed only for those who also have `inbox.read`.
         *
         *     Needs the permission `contacts.read`.
         */
        get: operations["getContactsByContactId"];
        put?: never;
        post?: never;
        /**
         * Erase a person: contact, identities, notes, consents, conversations, messages and files
         * @description Needs the permission `contacts.write`.
         */
        delete: operations["deleteContactsByContactId"];
        options?: never;
        head?: never;
        /**
         * Change facts of a contact
         * @description Needs the permission `contacts.write`.
         */
        patch: operations["patchContactsByContactId"];
        trace?: never;
    };
    "/contacts/{contactId}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a phone number or e-mail address
         * @description Needs the permission `contacts.write`.
         */
        post: operations["postContactsByContactIdIdentities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/identities/{identityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an identity from a contact
         * @description Needs the permission `contacts.write`.
         */
        delete: operations["deleteContactsByContactIdIdentitiesByIdentityId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the tags of a contact
         * @description Needs the permission `contacts.write`.
         */
        put: operations["putContactsByContactIdTags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened with a contact, newest first
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getContactsByContactIdTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the team's notes about a contact, newest first
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getContactsByContactIdNotes"];
        put?: never;
        /**
         * Write a note about a contact
         * @description Needs the permission `contacts.write`.
         */
        post: operations["postContactsByContactIdNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a note
         * @description Its author may; others need `contacts.write`.
         *
         *     Needs the permission `contacts.read`.
         */
        delete: operations["deleteContactsByContactIdNotesByNoteId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags by name
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getTags"];
        put?: never;
        /**
         * Make a tag
         * @description Needs the permission `contacts.write`.
         */
        post: operations["postTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{tagId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a tag from everybody
         * @description Needs the permission `contacts.write`.
         */
        delete: operations["deleteTagsByTagId"];
        options?: never;
        head?: never;
        /**
         * Rename or recolour a tag
         * @description Needs the permission `contacts.write`.
         */
        patch: operations["patchTagsByTagId"];
        trace?: never;
    };
    "/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The messages of a conversation, newest first
         * @description Needs the permission `inbox.read`.
         */
        get: operations["getConversationsByConversationIdMessages"];
        put?: never;
        /**
         * Send a message to the customer
         * @description Answers once it is queued; its state then moves by itself. Repeating a request with the same Idempotency-Key never sends twice.
         *
         *     Needs the permission `inbox.reply`.
         */
        post: operations["postConversationsByConversationIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One view of the inbox, last talked in first
         * @description Needs the permission `inbox.read`.
         */
        get: operations["getConversations"];
        put?: never;
        /**
         * Write to a contact first, or find the conversation with them
         * @description Needs the permission `inbox.reply`.
         */
        post: operations["postConversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/messages/{messageId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed message again, or one of unknown outcome after confirming
         * @description Needs the permission `inbox.reply`.
         */
        post: operations["postConversationsByConversationIdMessagesByMessageIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/messages/{messageId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a message that has not left yet
         * @description Needs the permission `inbox.reply`.
         */
        post: operations["postConversationsByConversationIdMessagesByMessageIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/messages/{messageId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether a message of unknown outcome arrived
         * @description Needs the permission `inbox.reply`.
         */
        post: operations["postConversationsByConversationIdMessagesByMessageIdResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/messages/{messageId}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done to bring a message to the customer, oldest first
         * @description Needs the permission `inbox.read`.
         */
        get: operations["getConversationsByConversationIdMessagesByMessageIdAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The connected numbers
         * @description Needs the permission `channels.read`.
         */
        get: operations["getChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News about numbers and accounts: quality, limits, violations
         * @description Needs the permission `channels.read`.
         */
        get: operations["getChannelsNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/whatsapp/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the values of a number before connecting it
         * @description Needs the permission `channels.manage`.
         */
        post: operations["postChannelsWhatsappCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/whatsapp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect a WhatsApp number
         * @description Needs the permission `channels.manage`.
         */
        post: operations["postChannelsWhatsapp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A number with its health
         * @description Needs the permission `channels.read`.
         */
        get: operations["getChannelsByChannelId"];
        put?: never;
        post?: never;
        /**
         * Disconnect a number: its credentials are wiped, its conversations stay
         * @description Needs the permission `channels.manage`.
         */
        delete: operations["deleteChannelsByChannelId"];
        options?: never;
        head?: never;
        /**
         * Rename, pause or resume a number, or renew its token
         * @description Needs the permission `channels.manage`.
         */
        patch: operations["patchChannelsByChannelId"];
        trace?: never;
    };
    "/channels/{channelId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a number again and refresh what Meta tells of it
         * @description Needs the permission `channels.manage`.
         */
        post: operations["postChannelsByChannelIdCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/verify-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The token to enter on Meta's webhook page; looking at it is recorded
         * @description Needs the permission `channels.manage`.
         */
        get: operations["getChannelsByChannelIdVerifyToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a number works, and what is in the way of it
         * @description Needs the permission `channels.read`.
         */
        get: operations["getChannelsByChannelIdHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Meta's limits, how much of them is used, and what waits because of them
         * @description Needs the permission `channels.read`.
         */
        get: operations["getChannelsByChannelIdLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Meta send the account's webhooks here
         * @description Needs the permission `channels.manage`.
         */
        post: operations["postChannelsByChannelIdWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow a number to the account it belongs to now
         * @description Needs the permission `channels.manage`.
         */
        post: operations["postChannelsByChannelIdMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The webhooks as they came, without what is in them
         * @description Needs the permission `journal.raw`.
         */
        get: operations["getChannelsByChannelIdJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/journal/{journalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook as it came; looking at it is recorded
         * @description Needs the permission `journal.raw`.
         */
        get: operations["getChannelsByChannelIdJournalByJournalId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/journal/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the webhooks since a moment again
         * @description What is there already stays as it is: reading twice changes nothing.
         *
         *     Needs the permission `journal.raw`.
         */
        post: operations["postChannelsByChannelIdJournalReplays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/messages/{messageId}/media/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch a customer's file again that could not be fetched
         * @description WhatsApp keeps it for seven days. Answers at once; the file follows by itself.
         *
         *     Needs the permission `inbox.reply`.
         */
        post: operations["postConversationsByConversationIdMessagesByMessageIdMediaFetch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Message templates
         * @description Needs the permission `templates.read`.
         */
        get: operations["getTemplates"];
        put?: never;
        /**
         * Write a template: a draft, which stays here until it is submitted
         * @description Needs the permission `templates.manage`.
         */
        post: operations["postTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The languages templates can be written in
         * @description Needs the permission `templates.read`.
         */
        get: operations["getTemplatesLanguages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A message template
         * @description Needs the permission `templates.read`.
         */
        get: operations["getTemplatesByTemplateId"];
        /**
         * Save a draft
         * @description Needs the permission `templates.manage`.
         */
        put: operations["putTemplatesByTemplateId"];
        post?: never;
        /**
         * Delete a template, one language or all of its name
         * @description At Meta too. What is queued with it is not sent; its name and language cannot be used again for 30 days.
         *
         *     Needs the permission `templates.manage`.
         */
        delete: operations["deleteTemplatesByTemplateId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What Meta would refuse, field by field; nothing is sent or changed
         * @description Needs the permission `templates.manage`.
         */
        post: operations["postTemplatesCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{templateId}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a draft to Meta for review
         * @description Idempotent for the draft. 422 names the field Meta would refuse. `submission: unknown` in the answer means that Meta did not answer: it is asked what it has before anything is sent again.
         *
         *     Needs the permission `templates.manage`.
         */
        post: operations["postTemplatesByTemplateIdSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{templateId}/revision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a template that Meta has; it is reviewed again and cannot be sent meanwhile
         * @description Needs the permission `templates.manage`.
         */
        post: operations["postTemplatesByTemplateIdRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{templateId}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a template to a draft: under another name, or as a translation
         * @description Needs the permission `templates.manage`.
         */
        post: operations["postTemplatesByTemplateIdCopies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/templates/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch the templates of a number's account from Meta
         * @description Needs the permission `templates.manage`.
         */
        post: operations["postChannelsByChannelIdTemplatesSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Received items that could not be understood
         * @description Needs the permission `journal.read`.
         */
        get: operations["getParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parked/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many items could not be understood, by reason
         * @description Needs the permission `journal.read`.
         */
        get: operations["getParkedReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parked/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try many items again, in the background
         * @description Needs the permission `journal.read`.
         */
        post: operations["postParkedReplays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parked/replays/{replayId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far such a run has come
         * @description Needs the permission `journal.read`.
         */
        get: operations["getParkedReplaysByReplayId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parked/discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard all items of a reason
         * @description Needs the permission `journal.read`.
         */
        post: operations["postParkedDiscards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parked/{parkedId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try to understand an item again
         * @description Needs the permission `journal.read`.
         */
        post: operations["postParkedByParkedIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parked/{parkedId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Discard an item that could not be understood
         * @description Needs the permission `journal.read`.
         */
        delete: operations["deleteParkedByParkedId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many conversations each view has, up to 1,000
         * @description Needs the permission `inbox.read`.
         */
        get: operations["getConversationsCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One conversation
         * @description Needs the permission `inbox.read`.
         */
        get: operations["getConversationsByConversationId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a conversation to a member, or back to the queue
         * @description Needs the permission `inbox.assign`.
         */
        put: operations["putConversationsByConversationIdAssignment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a conversation; the customer's next message opens it again
         * @description Needs the permission `inbox.close`.
         */
        post: operations["postConversationsByConversationIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a closed conversation again
         * @description Needs the permission `inbox.close`.
         */
        post: operations["postConversationsByConversationIdReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a conversation exactly these labels
         * @description Needs the permission `inbox.label`.
         */
        put: operations["putConversationsByConversationIdLabels"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark as read, for the member who asks
         * @description Needs the permission `inbox.read`.
         */
        post: operations["postConversationsByConversationIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark as unread, for the member who asks
         * @description Needs the permission `inbox.read`.
         */
        post: operations["postConversationsByConversationIdUnread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a private note; it is never sent to the customer
         * @description Needs the permission `inbox.note`.
         */
        post: operations["postConversationsByConversationIdNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/notes/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a note you wrote
         * @description Needs the permission `inbox.note`.
         */
        delete: operations["deleteConversationsByConversationIdNotesByMessageId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who else looks at it or types in it just now
         * @description Needs the permission `inbox.read`.
         */
        get: operations["getConversationsByConversationIdPresence"];
        /**
         * Say that you look at it, type in it, or have gone
         * @description Lapses after 20 s without a new report. For signed-in people. Typing is shown to the customer too, if the member may reply.
         *
         *     Needs the permission `inbox.read`.
         */
        put: operations["putConversationsByConversationIdPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the customer see that somebody types
         * @description For about 25 s, or until the answer; their latest message is marked as read with it. At most once in 20 s, while the window is open, and at once or not at all: `shown` tells. The inbox itself needs only report its presence.
         *
         *     Needs the permission `inbox.reply`.
         */
        post: operations["postConversationsByConversationIdTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The labels of conversations
         * @description Needs the permission `inbox.read`.
         */
        get: operations["getLabels"];
        put?: never;
        /**
         * Make a label
         * @description Needs the permission `inbox.label`.
         */
        post: operations["postLabels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/labels/{labelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a label and take it off every conversation
         * @description Needs the permission `inbox.label`.
         */
        delete: operations["deleteLabelsByLabelId"];
        options?: never;
        head?: never;
        /**
         * Rename or recolour a label
         * @description Needs the permission `inbox.label`.
         */
        patch: operations["patchLabelsByLabelId"];
        trace?: never;
    };
    "/search/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages and notes by their words, newest first
         * @description Needs the permission `inbox.read`.
         */
        get: operations["getSearchMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one more message to a contact costs, before it is sent
         * @description Needs the permission `inbox.reply`.
         */
        get: operations["getCostsEstimate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The months with costs, newest first
         * @description Needs the permission `costs.read`.
         */
        get: operations["getCostsMonths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/months/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A month's costs at a glance
         * @description The month and its days are those of the organization's time zone.
         *
         *     Needs the permission `costs.read`.
         */
        get: operations["getCostsMonthsByMonth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/months/{month}/by/{by}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A month's costs by number, sender, contact, template, category or country, dearest first
         * @description Needs the permission `costs.read`.
         */
        get: operations["getCostsMonthsByMonthByByBy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/months/{month}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The messages that a sum counts, newest first
         * @description Needs the permission `costs.read`.
         */
        get: operations["getCostsMonthsByMonthMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/months/{month}/hints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What could have cost less
         * @description Needs the permission `costs.read`.
         */
        get: operations["getCostsMonthsByMonthHints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/months/{month}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A month's messages with their costs as CSV
         * @description Needs the permission `costs.read`.
         */
        get: operations["getCostsMonthsByMonthExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/months/{month}/recalculation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Price a month's messages anew by today's price table
         * @description Needs the permission `costs.manage`.
         */
        post: operations["postCostsMonthsByMonthRecalculation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The price table: the organization's own rows and those that ship with the program
         * @description Needs the permission `costs.read`.
         */
        get: operations["getCostsPrices"];
        put?: never;
        /**
         * Add or correct a price of one's own
         * @description Months with costs since that day are priced anew.
         *
         *     Needs the permission `costs.manage`.
         */
        post: operations["postCostsPrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/prices/{priceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a price of one's own out of force; the row stays in the record
         * @description Needs the permission `costs.manage`.
         */
        delete: operations["deleteCostsPricesByPriceId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/prices/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import prices from CSV, all or none
         * @description One price a row (market or country, category, price, currency, valid from), or Meta's rate card with a column for each category.
         *
         *     Needs the permission `costs.manage`.
         */
        post: operations["postCostsPricesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Meta's markets and the countries each prices
         * @description Needs the permission `costs.read`.
         */
        get: operations["getCostsMarkets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * In which currency costs are counted, and whether replies show theirs
         * @description Needs the permission `costs.read`.
         */
        get: operations["getCostsSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how costs are counted and shown
         * @description Needs the permission `costs.manage`.
         */
        patch: operations["patchCostsSettings"];
        trace?: never;
    };
    "/demo/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the demo organization: a small shop with simulated customers
         * @description Makes it on first use (some seconds) and signs the visitor in as its owner. Refused where DEMO is false.
         */
        post: operations["postDemoOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            endsWith: string;
            permissions: string[];
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
            revokedAt: string | null;
        };
        ApiKeyInput: {
            /** Format: uuid */
            id: string;
            name: string;
            endsWith: string;
            permissions: string[];
            createdAt: unknown;
            lastUsedAt: unknown | null;
            revokedAt: unknown | null;
        };
        ApiKeyMade: {
            /** Format: uuid */
            id: string;
            name: string;
            endsWith: string;
            permissions: string[];
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
            revokedAt: string | null;
            /** @description Shown once: only its digest is kept */
            key: string;
        };
        ApiKeyMadeInput: {
            /** Format: uuid */
            id: string;
            name: string;
            endsWith: string;
            permissions: string[];
            createdAt: unknown;
            lastUsedAt: unknown | null;
            revokedAt: unknown | null;
            /** @description Shown once: only its digest is kept */
            key: string;
        };
        Assignment: {
            /** @description The member who answers; null puts it back into the queue */
            assigneeId: string | null;
        };
        AssignmentInput: {
            /** @description The member who answers; null puts it back into the queue */
            assigneeId: string | null;
        };
        Attempt: {
            /** Format: uuid */
            id: string;
            /** @description The one whose state the message shows */
            current: boolean;
            /** @enum {string} */
            state: "planned" | "queued" | "sending" | "unknown" | "accepted" | "sent" | "delivered" | "read" | "failed" | "skipped" | "cancelled" | "expired";
            /** @description Why it was held, skipped or taken back, in stable codes */
            reason: string | null;
            /** @description The number, user id or name it goes to */
            to: string | null;
            /** @description Who asked for it */
            by: {
                kind: string;
                name: string | null;
            };
            /**
             * Format: date-time
             * @description When it was asked for
             */
            at: string;
            /** @description While it waits: when it is tried next */
            dueAt: string | null;
            failure: components["schemas"]["Failure"] | null;
            /** @description Each request to the provider and what came of it */
            requests: {
                number: number;
                /** Format: date-time */
                at: string;
                answeredAt: string | null;
                outcome: ("accepted" | "failed" | "unknown" | "retry") | null;
                failure: components["schemas"]["Failure"] | null;
            }[];
            /** @description What was told of it afterwards, in the order it was told */
            told: {
                /** @enum {string} */
                state: "sent" | "delivered" | "read" | "failed" | "arrived" | "not_arrived";
                /** Format: date-time */
                at: string;
                /** @description The member whose word it is; null: the provider's */
                by: {
                    kind: string;
                    name: string | null;
                } | null;
            }[];
        };
        AttemptInput: {
            /** Format: uuid */
            id: string;
            /** @description The one whose state the message shows */
            current: boolean;
            /** @enum {string} */
            state: "planned" | "queued" | "sending" | "unknown" | "accepted" | "sent" | "delivered" | "read" | "failed" | "skipped" | "cancelled" | "expired";
            /** @description Why it was held, skipped or taken back, in stable codes */
            reason: string | null;
            /** @description The number, user id or name it goes to */
            to: string | null;
            /** @description Who asked for it */
            by: {
                kind: string;
                name: string | null;
            };
            /** @description When it was asked for */
            at: unknown;
            /** @description While it waits: when it is tried next */
            dueAt: unknown | null;
            failure: components["schemas"]["FailureInput"] | null;
            /** @description Each request to the provider and what came of it */
            requests: {
                number: number;
                at: unknown;
                answeredAt: unknown | null;
                outcome: ("accepted" | "failed" | "unknown" | "retry") | null;
                failure: components["schemas"]["FailureInput"] | null;
            }[];
            /** @description What was told of it afterwards, in the order it was told */
            told: {
                /** @enum {string} */
                state: "sent" | "delivered" | "read" | "failed" | "arrived" | "not_arrived";
                at: unknown;
                /** @description The member whose word it is; null: the provider's */
                by: {
                    kind: string;
                    name: string | null;
                } | null;
            }[];
        };
        Attempts: {
            /** @description How many of them have reached the customer; two: they have it twice */
            arrived: number;
            items: components["schemas"]["Attempt"][];
        };
        AttemptsInput: {
            /** @description How many of them have reached the customer; two: they have it twice */
            arrived: number;
            items: components["schemas"]["AttemptInput"][];
        };
        AuditEntry: {
            position: string;
            /** Format: date-time */
            at: string;
            actor: {
                kind: string;
                name: string | null;
            };
            action: string;
            target: {
                [key: string]: unknown;
            };
            details: {
                [key: string]: unknown;
            };
            hash: string;
        };
        AuditEntryInput: {
            position: string;
            at: unknown;
            actor: {
                kind: string;
                name: string | null;
            };
            action: string;
            target: {
                [key: string]: unknown;
            };
            details: {
                [key: string]: unknown;
            };
            hash: string;
        };
        Channel: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "whatsapp";
            name: string;
            /** @enum {string} */
            state: "active" | "paused" | "attention" | "disconnected";
            attention: string | null;
            displayPhoneNumber: string;
            verifiedName: string | null;
            phoneNumberId: string;
            accountId: string;
            graphUrl: string;
            graphVersion: string;
            quality: string | null;
            messagingLimit: string | null;
            throughput: string | null;
            nameStatus: string | null;
            /** @enum {string} */
            tokenState: "valid" | "invalid" | "unknown";
            coexistence: boolean;
            webhook: {
                url: string;
                verifyTokenEndsWith: string;
            };
            lastReceivedAt: string | null;
            checks: components["schemas"]["ChannelCheck"][];
            checkedAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        ChannelCheck: {
            /** @description graph_reached, token, phone_number, account, number_in_account, app_secret, subscribed, webhook_seen, name, quality */
            check: string;
            /** @description null: could not be checked */
            ok: boolean | null;
            field: string | null;
            message: string;
            remedy: string | null;
        };
        ChannelCheckInput: {
            /** @description graph_reached, token, phone_number, account, number_in_account, app_secret, subscribed, webhook_seen, name, quality */
            check: string;
            /** @description null: could not be checked */
            ok: boolean | null;
            field: string | null;
            message: string;
            remedy: string | null;
        };
        ChannelHealth: {
            /** @enum {string} */
            verdict: "good" | "attention" | "stopped";
            reasons: {
                code: string;
                /** @enum {string} */
                severity: "warning" | "danger";
                action: ("renew_token" | "resume" | "repair_webhooks" | "check_again" | "open_parked" | "open_limits" | "move_number" | "connect_again" | "open_manager") | null;
                facts: {
                    [key: string]: string | number | null;
                };
            }[];
            token: {
                /** @enum {string} */
                state: "valid" | "invalid" | "unknown";
                scopes: string[] | null;
                expiresAt: string | null;
                dataAccessExpiresAt: string | null;
            };
            intake: {
                lastReceivedAt: string | null;
                /** @description Bodies received and not yet rows, of the whole app; at most 1,000 are counted */
                waiting: number;
                /** @description Age of the oldest of them */
                lagSeconds: number;
                /** @description From arrival to rows in the last hour; null: nothing came, or too much to tell quickly */
                p95Seconds: number | null;
                /** @description At most 1,000 are counted */
                parked: number;
            };
            standing: {
                accountState: string | null;
                restrictions: {
                    kind: string;
                    until: string | null;
                    /** Format: date-time */
                    at: string;
                }[];
                violation: {
                    kind: string;
                    /** Format: date-time */
                    at: string;
                } | null;
                ban: {
                    state: string;
                    date: string | null;
                    /** Format: date-time */
                    at: string;
                } | null;
            };
            /** @description null: the number is not used on a phone too */
            coexistence: {
                lastEchoAt: string | null;
                history: {
                    declined: boolean;
                    phase: number | null;
                    chunk: number | null;
                    /** @description Per cent of the whole history */
                    progress: number | null;
                    /** Format: date-time */
                    at: string;
                } | null;
            } | null;
            movedTo: {
                accountId: string;
                accountName: string | null;
            } | null;
            changes: {
                what: string;
                was: string | null;
                now: string | null;
                /** @enum {string} */
                by: "check" | "webhook";
                /** Format: date-time */
                at: string;
            }[];
        };
        ChannelHealthInput: {
            /** @enum {string} */
            verdict: "good" | "attention" | "stopped";
            reasons: {
                code: string;
                /** @enum {string} */
                severity: "warning" | "danger";
                action: ("renew_token" | "resume" | "repair_webhooks" | "check_again" | "open_parked" | "open_limits" | "move_number" | "connect_again" | "open_manager") | null;
                facts: {
                    [key: string]: string | number | null;
                };
            }[];
            token: {
                /** @enum {string} */
                state: "valid" | "invalid" | "unknown";
                scopes: string[] | null;
                expiresAt: unknown | null;
                dataAccessExpiresAt: unknown | null;
            };
            intake: {
                lastReceivedAt: unknown | null;
                /** @description Bodies received and not yet rows, of the whole app; at most 1,000 are counted */
                waiting: number;
                /** @description Age of the oldest of them */
                lagSeconds: number;
                /** @description From arrival to rows in the last hour; null: nothing came, or too much to tell quickly */
                p95Seconds: number | null;
                /** @description At most 1,000 are counted */
                parked: number;
            };
            standing: {
                accountState: string | null;
                restrictions: {
                    kind: string;
                    until: unknown | null;
                    at: unknown;
                }[];
                violation: {
                    kind: string;
                    at: unknown;
                } | null;
                ban: {
                    state: string;
                    date: string | null;
                    at: unknown;
                } | null;
            };
            /** @description null: the number is not used on a phone too */
            coexistence: {
                lastEchoAt: unknown | null;
                history: {
                    declined: boolean;
                    phase: number | null;
                    chunk: number | null;
                    /** @description Per cent of the whole history */
                    progress: number | null;
                    at: unknown;
                } | null;
            } | null;
            movedTo: {
                accountId: string;
                accountName: string | null;
            } | null;
            changes: {
                what: string;
                was: string | null;
                now: string | null;
                /** @enum {string} */
                by: "check" | "webhook";
                at: unknown;
            }[];
        };
        ChannelInput: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "whatsapp";
            name: string;
            /** @enum {string} */
            state: "active" | "paused" | "attention" | "disconnected";
            attention: string | null;
            displayPhoneNumber: string;
            verifiedName: string | null;
            phoneNumberId: string;
            accountId: string;
            graphUrl: string;
            graphVersion: string;
            quality: string | null;
            messagingLimit: string | null;
            throughput: string | null;
            nameStatus: string | null;
            /** @enum {string} */
            tokenState: "valid" | "invalid" | "unknown";
            coexistence: boolean;
            webhook: {
                url: string;
                verifyTokenEndsWith: string;
            };
            lastReceivedAt: unknown | null;
            checks: components["schemas"]["ChannelCheckInput"][];
            checkedAt: unknown | null;
            createdAt: unknown;
        };
        ChannelLimit: {
            /** @enum {string} */
            scope: "number" | "person" | "account" | "portfolio";
            /** @description null: there is none, or nobody told; see `source` */
            limit: number | null;
            /** @description The limit is for so many seconds */
            windowSeconds: number;
            /** @description Just now; null where it is another figure for each person */
            used: number | null;
            /** @description Per cent of the account's calls, as Graph last told */
            usedByMeta: number | null;
            /** @enum {string} */
            source: "graph" | "webhook" | "documented" | "unlimited" | "unknown";
            toldAt: string | null;
            /** @description Nothing goes out under this limit before */
            restsUntil: string | null;
            /** @description When the next place falls free */
            nextFreeAt: string | null;
            /** @description Other channels under the same limit */
            sharedWith: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
        };
        ChannelLimitInput: {
            /** @enum {string} */
            scope: "number" | "person" | "account" | "portfolio";
            /** @description null: there is none, or nobody told; see `source` */
            limit: number | null;
            /** @description The limit is for so many seconds */
            windowSeconds: number;
            /** @description Just now; null where it is another figure for each person */
            used: number | null;
            /** @description Per cent of the account's calls, as Graph last told */
            usedByMeta: number | null;
            /** @enum {string} */
            source: "graph" | "webhook" | "documented" | "unlimited" | "unknown";
            toldAt: unknown | null;
            /** @description Nothing goes out under this limit before */
            restsUntil: unknown | null;
            /** @description When the next place falls free */
            nextFreeAt: unknown | null;
            /** @description Other channels under the same limit */
            sharedWith: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
        };
        ChannelLimits: {
            limits: components["schemas"]["ChannelLimit"][];
            waiting: {
                /** @description Why, as in a message's failure; null: only its turn */
                code: string | null;
                scope: ("number" | "person" | "account" | "portfolio") | null;
                /** @description At most 10,000 are counted */
                count: number;
                /** @description When the last of them is due */
                until: string | null;
            }[];
            pacing: boolean;
            /** Format: date-time */
            at: string;
        };
        ChannelLimitsInput: {
            limits: components["schemas"]["ChannelLimitInput"][];
            waiting: {
                /** @description Why, as in a message's failure; null: only its turn */
                code: string | null;
                scope: ("number" | "person" | "account" | "portfolio") | null;
                /** @description At most 10,000 are counted */
                count: number;
                /** @description When the last of them is due */
                until: unknown | null;
            }[];
            pacing: boolean;
            at: unknown;
        };
        Contact: {
            /** Format: uuid */
            id: string;
            /** @description What to call the person: the name, else username, phone or e-mail; never empty */
            name: string;
            company: string | null;
            /** @enum {string} */
            stage: "lead" | "customer" | "loyal" | "lost";
            ownerId: string | null;
            tags: components["schemas"]["Tag"][];
            identities: components["schemas"]["Identity"][];
            /** Format: date-time */
            createdAt: string;
            lastSeenAt: string | null;
            /** @description The name as stored; empty when nobody told it */
            givenName: string;
            language: string | null;
            country: string | null;
            timeZone: string | null;
            consents: {
                channel: string;
                purpose: string;
                /** @enum {string} */
                state: "granted" | "withdrawn";
                source: string;
                /** Format: date-time */
                at: string;
            }[];
            conversations: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                channelId: string;
                channelName: string;
                /** @enum {string} */
                state: "open" | "closed";
                /** Format: date-time */
                lastMessageAt: string;
                preview: string;
            }[];
        };
        ContactChange: {
            name?: string;
            company?: string | null;
            language?: string | null;
            country?: string | null;
            timeZone?: string | null;
            /** @enum {string} */
            stage?: "lead" | "customer" | "loyal" | "lost";
            ownerId?: string | null;
        };
        ContactChangeInput: {
            name?: string;
            company?: string | null;
            language?: string | null;
            country?: string | null;
            timeZone?: string | null;
            /** @enum {string} */
            stage?: "lead" | "customer" | "loyal" | "lost";
            ownerId?: string | null;
        };
        ContactInput: {
            /** Format: uuid */
            id: string;
            /** @description What to call the person: the name, else username, phone or e-mail; never empty */
            name: string;
            company: string | null;
            /** @enum {string} */
            stage: "lead" | "customer" | "loyal" | "lost";
            ownerId: string | null;
            tags: components["schemas"]["TagInput"][];
            identities: components["schemas"]["IdentityInput"][];
            createdAt: unknown;
            lastSeenAt: unknown | null;
            /** @description The name as stored; empty when nobody told it */
            givenName: string;
            language: string | null;
            country: string | null;
            timeZone: string | null;
            consents: {
                channel: string;
                purpose: string;
                /** @enum {string} */
                state: "granted" | "withdrawn";
                source: string;
                at: unknown;
            }[];
            conversations: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                channelId: string;
                channelName: string;
                /** @enum {string} */
                state: "open" | "closed";
                lastMessageAt: unknown;
                preview: string;
            }[];
        };
        ContactNote: {
            /** Format: uuid */
            id: string;
            body: string;
            authorId: string | null;
            authorName: string | null;
            /** Format: date-time */
            at: string;
        };
        ContactNoteInput: {
            /** Format: uuid */
            id: string;
            body: string;
            authorId: string | null;
            authorName: string | null;
            at: unknown;
        };
        ContactRequest: {
            /** @default  */
            name: string;
            company?: string | null;
            language?: string | null;
            country?: string | null;
            timeZone?: string | null;
            /** @enum {string} */
            stage?: "lead" | "customer" | "loyal" | "lost";
            ownerId?: string | null;
            /** @default [] */
            identities: {
                /** @enum {string} */
                kind: "phone" | "email";
                value: string;
            }[];
        };
        ContactRequestInput: {
            /** @default  */
            name: string;
            company?: string | null;
            language?: string | null;
            country?: string | null;
            timeZone?: string | null;
            /** @enum {string} */
            stage?: "lead" | "customer" | "loyal" | "lost";
            ownerId?: string | null;
            /** @default [] */
            identities: {
                /** @enum {string} */
                kind: "phone" | "email";
                value: string;
            }[];
        };
        ContactSummary: {
            /** Format: uuid */
            id: string;
            /** @description What to call the person: the name, else username, phone or e-mail; never empty */
            name: string;
            company: string | null;
            /** @enum {string} */
            stage: "lead" | "customer" | "loyal" | "lost";
            ownerId: string | null;
            tags: components["schemas"]["Tag"][];
            identities: {
                /** @enum {string} */
                kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email";
                display: string;
            }[];
            /** Format: date-time */
            createdAt: string;
            lastSeenAt: string | null;
        };
        ContactSummaryInput: {
            /** Format: uuid */
            id: string;
            /** @description What to call the person: the name, else username, phone or e-mail; never empty */
            name: string;
            company: string | null;
            /** @enum {string} */
            stage: "lead" | "customer" | "loyal" | "lost";
            ownerId: string | null;
            tags: components["schemas"]["TagInput"][];
            identities: {
                /** @enum {string} */
                kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email";
                display: string;
            }[];
            createdAt: unknown;
            lastSeenAt: unknown | null;
        };
        Conversation: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "open" | "closed";
            contact: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            channel: {
                /** Format: uuid */
                id: string;
                kind: string;
                name: string;
            };
            assignee: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            labelIds: string[];
            /** Format: date-time */
            lastMessageAt: string;
            preview: {
                direction: ("inbound" | "outbound" | "note" | "system") | null;
                type: string | null;
                text: string;
                state: components["schemas"]["MessageState"] | null;
            };
            unread: number;
            /** @description Until when free-form messages may be sent; null: no message of the customer has opened the window */
            windowUntil: string | null;
            messageCount: number;
        };
        ConversationInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "open" | "closed";
            contact: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            channel: {
                /** Format: uuid */
                id: string;
                kind: string;
                name: string;
            };
            assignee: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            labelIds: string[];
            lastMessageAt: unknown;
            preview: {
                direction: ("inbound" | "outbound" | "note" | "system") | null;
                type: string | null;
                text: string;
                state: components["schemas"]["MessageStateInput"] | null;
            };
            unread: number;
            /** @description Until when free-form messages may be sent; null: no message of the customer has opened the window */
            windowUntil: unknown | null;
            messageCount: number;
        };
        CostEstimate: {
            category: string;
            country: string | null;
            market: string | null;
            currency: string;
            /** @description What sending costs now; null: no price is known */
            amountMicros: string | null;
            /** @description What it costs when it is not free */
            priceMicros: string | null;
            /** @description Why it costs nothing */
            free: ("free_entry_point" | "free_replies" | "not_charged") | null;
            freeRepliesLeft: number | null;
            validFrom: string | null;
            exactness: ("published" | "estimate" | "own") | null;
            source: string | null;
            showReplyCost: boolean;
        };
        CostEstimateInput: {
            category: string;
            country: string | null;
            market: string | null;
            currency: string;
            /** @description What sending costs now; null: no price is known */
            amountMicros: string | null;
            /** @description What it costs when it is not free */
            priceMicros: string | null;
            /** @description Why it costs nothing */
            free: ("free_entry_point" | "free_replies" | "not_charged") | null;
            freeRepliesLeft: number | null;
            validFrom: string | null;
            exactness: ("published" | "estimate" | "own") | null;
            source: string | null;
            showReplyCost: boolean;
        };
        CostHints: {
            shortReplies: {
                /** @description Replies that followed another of ours within a minute, before the customer wrote, and would have fitted into it */
                count: number;
                /** @description Of them free replies used up */
                free: number;
                savings: {
                    currency: string;
                    /** @description Millionths of the currency's unit: 53400 is 0.0534 */
                    amountMicros: string;
                }[];
                examples: {
                    /** Format: uuid */
                    conversationId: string;
                    messages: number;
                }[];
            };
        };
        CostHintsInput: {
            shortReplies: {
                /** @description Replies that followed another of ours within a minute, before the customer wrote, and would have fitted into it */
                count: number;
                /** @description Of them free replies used up */
                free: number;
                savings: {
                    currency: string;
                    /** @description Millionths of the currency's unit: 53400 is 0.0534 */
                    amountMicros: string;
                }[];
                examples: {
                    /** Format: uuid */
                    conversationId: string;
                    messages: number;
                }[];
            };
        };
        CostLine: {
            key: string;
            /** @description Null where the key says it, or nobody knows any more */
            name: string | null;
            market: string | null;
            messages: number;
            /** @description Of them charged by WhatsApp */
            charged: number;
            /** @description Of those charged, priced by an estimate */
            estimated: number;
            /** @description Of those charged, without a known price: not in the amount */
            unpriced: number;
            currency: string;
            /** @description Millionths of the currency's unit: 53400 is 0.0534 */
            amountMicros: string;
        };
        CostLineInput: {
            key: string;
            /** @description Null where the key says it, or nobody knows any more */
            name: string | null;
            market: string | null;
            messages: number;
            /** @description Of them charged by WhatsApp */
            charged: number;
            /** @description Of those charged, priced by an estimate */
            estimated: number;
            /** @description Of those charged, without a known price: not in the amount */
            unpriced: number;
            currency: string;
            /** @description Millionths of the currency's unit: 53400 is 0.0534 */
            amountMicros: string;
        };
        CostMessage: {
            /** Format: uuid */
            messageId: string;
            conversationId: string | null;
            /** @description Null: erased */
            contact: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            channel: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            sender: string;
            senderName: string | null;
            messageType: string;
            template: string | null;
            category: string;
            pricingType: string;
            charged: boolean;
            country: string | null;
            market: string | null;
            currency: string;
            amountMicros: string | null;
            exactness: ("published" | "estimate" | "own") | null;
            priceValidFrom: string | null;
            /** Format: date-time */
            at: string;
        };
        CostMessageInput: {
            /** Format: uuid */
            messageId: string;
            conversationId: string | null;
            /** @description Null: erased */
            contact: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            channel: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            sender: string;
            senderName: string | null;
            messageType: string;
            template: string | null;
            category: string;
            pricingType: string;
            charged: boolean;
            country: string | null;
            market: string | null;
            currency: string;
            amountMicros: string | null;
            exactness: ("published" | "estimate" | "own") | null;
            priceValidFrom: string | null;
            at: unknown;
        };
        CostSettings: {
            currency: string;
            showReplyCost: boolean;
        };
        CostSettingsInput: {
            currency: string;
            showReplyCost: boolean;
        };
        CostSum: {
            messages: number;
            /** @description Of them charged by WhatsApp */
            charged: number;
            /** @description Of those charged, priced by an estimate */
            estimated: number;
            /** @description Of those charged, without a known price: not in the amount */
            unpriced: number;
            currency: string;
            /** @description Millionths of the currency's unit: 53400 is 0.0534 */
            amountMicros: string;
        };
        CostSumInput: {
            messages: number;
            /** @description Of them charged by WhatsApp */
            charged: number;
            /** @description Of those charged, priced by an estimate */
            estimated: number;
            /** @description Of those charged, without a known price: not in the amount */
            unpriced: number;
            currency: string;
            /** @description Millionths of the currency's unit: 53400 is 0.0534 */
            amountMicros: string;
        };
        Error: {
            error: {
                /** @description Stable; for programs */
                code: string;
                /** @description For people */
                message: string;
                field?: string;
                remedy?: string;
            };
        };
        ErrorInput: {
            error: {
                /** @description Stable; for programs */
                code: string;
                /** @description For people */
                message: string;
                field?: string;
                remedy?: string;
            };
        };
        Failure: {
            code: string;
            providerCode?: number;
            message: string;
            /** @enum {string} */
            remedy?: "send_template" | "fix_number" | "renew_token" | "wait" | "fix_template" | "fix_media" | "confirm_person" | "contact_admin" | "none";
            /** @description The provider's own sentence about its rule */
            detail?: string;
            /** @description The right the access token lacks, as the provider calls it */
            right?: string;
            /** @description Not before this moment (ISO 8601) */
            until?: string;
        };
        FailureInput: {
            code: string;
            providerCode?: number;
            message: string;
            /** @enum {string} */
            remedy?: "send_template" | "fix_number" | "renew_token" | "wait" | "fix_template" | "fix_media" | "confirm_person" | "contact_admin" | "none";
            /** @description The provider's own sentence about its rule */
            detail?: string;
            /** @description The right the access token lacks, as the provider calls it */
            right?: string;
            /** @description Not before this moment (ISO 8601) */
            until?: string;
        };
        /** @description Bytes at GET /files/{fileId}; an image, audio or video may be shown inline, anything else is an attachment */
        File: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "pending" | "stored" | "failed";
            name: string | null;
            mime: string | null;
            size: number | null;
            width: number | null;
            height: number | null;
            failure: string | null;
        };
        /** @description Bytes at GET /files/{fileId}; an image, audio or video may be shown inline, anything else is an attachment */
        FileInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "pending" | "stored" | "failed";
            name: string | null;
            mime: string | null;
            size: number | null;
            width: number | null;
            height: number | null;
            failure: string | null;
        };
        Identity: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email";
            /** @description For a business-scoped WhatsApp user id, the business portfolio it is valid in; else empty */
            scope: string;
            value: string;
            /** @description For people: a phone number in international notation, a username with @ */
            display: string;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @description True after the person moved to another number or id */
            retired: boolean;
            /** @description When a message to it could last not be delivered, until the person is seen or reached again; says nothing of why */
            undeliverableAt: string | null;
        };
        IdentityInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email";
            /** @description For a business-scoped WhatsApp user id, the business portfolio it is valid in; else empty */
            scope: string;
            value: string;
            /** @description For people: a phone number in international notation, a username with @ */
            display: string;
            firstSeenAt: unknown;
            lastSeenAt: unknown;
            /** @description True after the person moved to another number or id */
            retired: boolean;
            /** @description When a message to it could last not be delivered, until the person is seen or reached again; says nothing of why */
            undeliverableAt: unknown | null;
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["RoleName"];
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            createdAt: string;
        };
        InvitationInput: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["RoleNameInput"];
            expiresAt: unknown;
            createdAt: unknown;
        };
        InvitationMade: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["RoleName"];
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            createdAt: string;
            link: string;
        };
        InvitationMadeInput: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["RoleNameInput"];
            expiresAt: unknown;
            createdAt: unknown;
            link: string;
        };
        InvitationView: {
            organization: string;
            email: string;
            role: components["schemas"]["RoleName"];
            accountExists: boolean;
        };
        InvitationViewInput: {
            organization: string;
            email: string;
            role: components["schemas"]["RoleNameInput"];
            accountExists: boolean;
        };
        JournalBody: {
            id: string;
            /** Format: date-time */
            receivedAt: string;
            projectedAt: string | null;
            /** @description JSON; the bytes as they came where they are all of this organization */
            body: string;
            asReceived: boolean;
            /** @description Entries of others in the same body */
            leftOut: number;
            parked: {
                /** Format: uuid */
                id: string;
                path: string;
                reason: string;
            }[];
        };
        JournalBodyInput: {
            id: string;
            receivedAt: unknown;
            projectedAt: unknown | null;
            /** @description JSON; the bytes as they came where they are all of this organization */
            body: string;
            asReceived: boolean;
            /** @description Entries of others in the same body */
            leftOut: number;
            parked: {
                /** Format: uuid */
                id: string;
                path: string;
                reason: string;
            }[];
        };
        JournalLine: {
            id: string;
            /** Format: date-time */
            receivedAt: string;
            projectedAt: string | null;
            bytes: number;
            /** @description What of this number and its account is in it */
            kinds: {
                kind: string;
                count: number;
            }[];
            parked: number;
            /** @description It holds entries of others too, which are not shown */
            others: boolean;
        };
        JournalLineInput: {
            id: string;
            receivedAt: unknown;
            projectedAt: unknown | null;
            bytes: number;
            /** @description What of this number and its account is in it */
            kinds: {
                kind: string;
                count: number;
            }[];
            parked: number;
            /** @description It holds entries of others too, which are not shown */
            others: boolean;
        };
        JournalPage: {
            items: components["schemas"]["JournalLine"][];
            next: string | null;
            keptDays: number;
        };
        JournalPageInput: {
            items: components["schemas"]["JournalLineInput"][];
            next: string | null;
            keptDays: number;
        };
        Label: {
            /** Format: uuid */
            id: string;
            name: string;
            hue: number;
        };
        LabelInput: {
            /** Format: uuid */
            id: string;
            name: string;
            hue: number;
        };
        Letter: {
            /** Format: uuid */
            id: string;
            to: string;
            subject: string;
            body: string;
            /** @enum {string} */
            state: "queued" | "sent" | "failed" | "kept";
            failure: string | null;
            /** Format: date-time */
            at: string;
        };
        LetterInput: {
            /** Format: uuid */
            id: string;
            to: string;
            subject: string;
            body: string;
            /** @enum {string} */
            state: "queued" | "sent" | "failed" | "kept";
            failure: string | null;
            at: unknown;
        };
        Me: {
            user: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                emailVerified: boolean;
                /** @enum {string} */
                theme: "system" | "light" | "dark";
                language: string;
                timeZone: string;
            };
            organization: {
                /** Format: uuid */
                id: string;
                name: string;
                demo: boolean;
                language: string;
                timeZone: string;
                country: string | null;
            };
            member: {
                /** Format: uuid */
                id: string;
                role: components["schemas"]["RoleName"];
            };
            permissions: string[];
            organizations: {
                /** Format: uuid */
                id: string;
                name: string;
                demo: boolean;
            }[];
        };
        MeInput: {
            user: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                emailVerified: boolean;
                /** @enum {string} */
                theme: "system" | "light" | "dark";
                language: string;
                timeZone: string;
            };
            organization: {
                /** Format: uuid */
                id: string;
                name: string;
                demo: boolean;
                language: string;
                timeZone: string;
                country: string | null;
            };
            member: {
                /** Format: uuid */
                id: string;
                role: components["schemas"]["RoleNameInput"];
            };
            permissions: string[];
            organizations: {
                /** Format: uuid */
                id: string;
                name: string;
                demo: boolean;
            }[];
        };
        Member: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            role: components["schemas"]["RoleName"];
            active: boolean;
            /** Format: date-time */
            since: string;
        };
        MemberInput: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            role: components["schemas"]["RoleNameInput"];
            active: boolean;
            since: unknown;
        };
        Message: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversationId: string;
            /** @enum {string} */
            direction: "inbound" | "outbound" | "note" | "system";
            /**
             * @description `phone`: sent from the WhatsApp Business app on the shop's phone; `history`: older messages imported from it
             * @enum {string}
             */
            origin: "customer" | "api" | "phone" | "history" | "demo";
            /** @enum {string} */
            type: "text" | "image" | "video" | "audio" | "document" | "sticker" | "location" | "contacts" | "button_reply" | "list_reply" | "flow_reply" | "button" | "order" | "template" | "interactive" | "reaction" | "call_permission" | "system" | "unsupported" | "unavailable" | "note";
            /** @description The body, caption, chosen button's title, or the rendered template */
            text: string | null;
            /** @description What only this type has: see docs/messages.md */
            content: {
                [key: string]: unknown;
            };
            file: components["schemas"]["File"] | null;
            /** @description The quoted message; id is null while it is not known here */
            replyTo: {
                id: string | null;
                direction: ("inbound" | "outbound" | "note" | "system") | null;
                type: string | null;
                text: string | null;
            } | null;
            author: {
                id: string | null;
                name: string;
            } | null;
            reactions: components["schemas"]["Reaction"][];
            state: components["schemas"]["MessageState"] | null;
            failure: components["schemas"]["Failure"] | null;
            /** @description Taken by WhatsApp, but kept back until it has seen how people like the template */
            heldForQuality: boolean;
            /** @description Queued and waiting for a reason: `until` is when it is tried next, null while the number itself cannot send */
            waiting: {
                until: string | null;
                failure: components["schemas"]["Failure"] | null;
            } | null;
            /** @description What became of it is a member's word; the provider has not said */
            saidByMember: boolean;
            /** Format: date-time */
            at: string;
            editedAt: string | null;
            revokedAt: string | null;
        };
        MessageHit: {
            message: components["schemas"]["Message"];
            conversation: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                contactId: string;
                contactName: string;
            };
        };
        MessageHitInput: {
            message: components["schemas"]["MessageInput"];
            conversation: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                contactId: string;
                contactName: string;
            };
        };
        MessageInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversationId: string;
            /** @enum {string} */
            direction: "inbound" | "outbound" | "note" | "system";
            /**
             * @description `phone`: sent from the WhatsApp Business app on the shop's phone; `history`: older messages imported from it
             * @enum {string}
             */
            origin: "customer" | "api" | "phone" | "history" | "demo";
            /** @enum {string} */
            type: "text" | "image" | "video" | "audio" | "document" | "sticker" | "location" | "contacts" | "button_reply" | "list_reply" | "flow_reply" | "button" | "order" | "template" | "interactive" | "reaction" | "call_permission" | "system" | "unsupported" | "unavailable" | "note";
            /** @description The body, caption, chosen button's title, or the rendered template */
            text: string | null;
            /** @description What only this type has: see docs/messages.md */
            content: {
                [key: string]: unknown;
            };
            file: components["schemas"]["FileInput"] | null;
            /** @description The quoted message; id is null while it is not known here */
            replyTo: {
                id: string | null;
                direction: ("inbound" | "outbound" | "note" | "system") | null;
                type: string | null;
                text: string | null;
            } | null;
            author: {
                id: string | null;
                name: string;
            } | null;
            reactions: components["schemas"]["ReactionInput"][];
            state: components["schemas"]["MessageStateInput"] | null;
            failure: components["schemas"]["FailureInput"] | null;
            /** @description Taken by WhatsApp, but kept back until it has seen how people like the template */
            heldForQuality: boolean;
            /** @description Queued and waiting for a reason: `until` is when it is tried next, null while the number itself cannot send */
            waiting: {
                until: unknown | null;
                failure: components["schemas"]["FailureInput"] | null;
            } | null;
            /** @description What became of it is a member's word; the provider has not said */
            saidByMember: boolean;
            at: unknown;
            editedAt: unknown | null;
            revokedAt: unknown | null;
        };
        /**
         * @description `unknown`: the provider did not answer in time and may have it; it is not sent again by itself
         * @enum {string}
         */
        MessageState: "queued" | "sending" | "unknown" | "accepted" | "sent" | "delivered" | "read" | "failed" | "cancelled";
        /**
         * @description `unknown`: the provider did not answer in time and may have it; it is not sent again by itself
         * @enum {string}
         */
        MessageStateInput: "queued" | "sending" | "unknown" | "accepted" | "sent" | "delivered" | "read" | "failed" | "cancelled";
        MonthOfCosts: {
            month: string;
            timeZone: string;
            /** @description One per currency */
            totals: components["schemas"]["CostSum"][];
            days: {
                day: string;
                messages: number;
                currency: string;
                /** @description Millionths of the currency's unit: 53400 is 0.0534 */
                amountMicros: string;
            }[];
            freeReplies: {
                /** Format: uuid */
                channelId: string;
                name: string;
                used: number;
                charged: number;
                /** @description How many are free in the month; null: all */
                allowance: number | null;
                left: number | null;
            }[];
        };
        MonthOfCostsInput: {
            month: string;
            timeZone: string;
            /** @description One per currency */
            totals: components["schemas"]["CostSumInput"][];
            days: {
                day: string;
                messages: number;
                currency: string;
                /** @description Millionths of the currency's unit: 53400 is 0.0534 */
                amountMicros: string;
            }[];
            freeReplies: {
                /** Format: uuid */
                channelId: string;
                name: string;
                used: number;
                charged: number;
                /** @description How many are free in the month; null: all */
                allowance: number | null;
                left: number | null;
            }[];
        };
        NewPrice: {
            currency: string;
            market: string;
            category: string;
            /** @description In the currency's unit, such as 0.0534 */
            price: unknown;
            /** Format: date */
            validFrom: string;
        };
        NewPriceInput: {
            currency: string;
            market: string;
            category: string;
            /** @description In the currency's unit, such as 0.0534 */
            price: string | number;
            /** Format: date */
            validFrom: string;
        };
        NewTemplate: {
            /**
             * Format: uuid
             * @description A number of the account it is for
             */
            channelId: string;
            /** @description Lower-case letters, digits and underscores, at most 512 */
            name: string;
            language: string;
            /** @enum {string} */
            category: "MARKETING" | "UTILITY" | "AUTHENTICATION";
            /**
             * @default POSITIONAL
             * @enum {string}
             */
            parameterFormat: "POSITIONAL" | "NAMED";
            components: components["schemas"]["TemplatePart"][];
            /**
             * @description The file Meta's reviewers see in a media header: `header` or `cards.0.header` -> file id
             * @default {}
             */
            samples: {
                [key: string]: string;
            };
        };
        NewTemplateInput: {
            /**
             * Format: uuid
             * @description A number of the account it is for
             */
            channelId: string;
            /** @description Lower-case letters, digits and underscores, at most 512 */
            name: string;
            language: string;
            /** @enum {string} */
            category: "MARKETING" | "UTILITY" | "AUTHENTICATION";
            /**
             * @default POSITIONAL
             * @enum {string}
             */
            parameterFormat: "POSITIONAL" | "NAMED";
            components: components["schemas"]["TemplatePartInput"][];
            /**
             * @description The file Meta's reviewers see in a media header: `header` or `cards.0.header` -> file id
             * @default {}
             */
            samples: {
                [key: string]: string;
            };
        };
        Notice: {
            /** Format: uuid */
            id: string;
            channelId: string | null;
            kind: string;
            /** @enum {string} */
            severity: "info" | "warning" | "danger";
            payload: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            at: string;
        };
        NoticeInput: {
            /** Format: uuid */
            id: string;
            channelId: string | null;
            kind: string;
            /** @enum {string} */
            severity: "info" | "warning" | "danger";
            payload: {
                [key: string]: unknown;
            };
            at: unknown;
        };
        Organization: {
            /** Format: uuid */
            id: string;
            name: string;
            demo: boolean;
            language: string;
            timeZone: string;
            country: string | null;
        };
        OrganizationInput: {
            /** Format: uuid */
            id: string;
            name: string;
            demo: boolean;
            language: string;
            timeZone: string;
            country: string | null;
        };
        OrganizationSettings: {
            name?: string;
            /** @enum {string} */
            language?: "en" | "ar";
            timeZone?: string;
            country?: string | null;
        };
        OrganizationSettingsInput: {
            name?: string;
            /** @enum {string} */
            language?: "en" | "ar";
            timeZone?: string;
            country?: string | null;
        };
        ParkedDiscarded: {
            discarded: number;
        };
        ParkedDiscardedInput: {
            discarded: number;
        };
        ParkedItem: {
            /** Format: uuid */
            id: string;
            channelId: string | null;
            kind: string;
            reason: string;
            detail: string | null;
            tries: number;
            /** Format: date-time */
            parkedAt: string;
        };
        ParkedItemInput: {
            /** Format: uuid */
            id: string;
            channelId: string | null;
            kind: string;
            reason: string;
            detail: string | null;
            tries: number;
            parkedAt: unknown;
        };
        ParkedReason: {
            reason: string;
            kind: string;
            /** @description At most 1,000 are counted */
            count: number;
        };
        ParkedReasonInput: {
            reason: string;
            kind: string;
            /** @description At most 1,000 are counted */
            count: number;
        };
        ParkedReplay: {
            /** Format: uuid */
            id: string;
            channelId: string | null;
            reason: string | null;
            total: number;
            replayed: number;
            stillParked: number;
            /** Format: date-time */
            startedAt: string;
            finishedAt: string | null;
        };
        ParkedReplayInput: {
            /** Format: uuid */
            id: string;
            channelId: string | null;
            reason: string | null;
            total: number;
            replayed: number;
            stillParked: number;
            startedAt: unknown;
            finishedAt: unknown | null;
        };
        PermissionInfo: {
            permission: string;
            sentence: string;
            roles: components["schemas"]["RoleName"][];
        };
        PermissionInfoInput: {
            permission: string;
            sentence: string;
            roles: components["schemas"]["RoleNameInput"][];
        };
        Presence: {
            /** Format: uuid */
            memberId: string;
            name: string;
            /** @enum {string} */
            state: "viewing" | "typing";
        };
        PresenceInput: {
            /** Format: uuid */
            memberId: string;
            name: string;
            /** @enum {string} */
            state: "viewing" | "typing";
        };
        PriceAdded: {
            market: string;
            category: string;
            currency: string;
            /** @description Millionths of the currency's unit: 53400 is 0.0534 */
            priceMicros: string;
            validFrom: string;
        };
        PriceAddedInput: {
            market: string;
            category: string;
            currency: string;
            /** @description Millionths of the currency's unit: 53400 is 0.0534 */
            priceMicros: string;
            validFrom: string;
        };
        PriceImport: {
            csv: string;
            /** @description For rows that name none */
            currency?: string;
            /**
             * Format: date
             * @description For rows that name none
             */
            validFrom?: string;
            /**
             * @description Only say what would be stored
             * @default false
             */
            dryRun: boolean;
        };
        PriceImportInput: {
            csv: string;
            /** @description For rows that name none */
            currency?: string;
            /**
             * Format: date
             * @description For rows that name none
             */
            validFrom?: string;
            /**
             * @description Only say what would be stored
             * @default false
             */
            dryRun: boolean;
        };
        PriceImported: {
            stored: boolean;
            /** @description How many prices the file holds */
            prices: number;
            /** @description Of them already in the organization's table */
            unchanged: number;
            errors: {
                line: number;
                column: string;
                message: string;
            }[];
        };
        PriceImportedInput: {
            stored: boolean;
            /** @description How many prices the file holds */
            prices: number;
            /** @description Of them already in the organization's table */
            unchanged: number;
            errors: {
                line: number;
                column: string;
                message: string;
            }[];
        };
        PriceRow: {
            key: string;
            /** @description Null: ships with the program */
            id: string | null;
            currency: string;
            market: string;
            category: string;
            /** @description Millionths of the currency's unit: 53400 is 0.0534 */
            priceMicros: string;
            validFrom: string;
            /**
             * @description Of the shipped table as published, an estimate of ours, or the organization's own price
             * @enum {string}
             */
            exactness: "published" | "estimate" | "own";
            source: string;
            /** @description What a message of today is priced with */
            inForce: boolean;
            /** @description Corrected or taken back; kept for the record */
            retired: boolean;
        };
        PriceRowInput: {
            key: string;
            /** @description Null: ships with the program */
            id: string | null;
            currency: string;
            market: string;
            category: string;
            /** @description Millionths of the currency's unit: 53400 is 0.0534 */
            priceMicros: string;
            validFrom: string;
            /**
             * @description Of the shipped table as published, an estimate of ours, or the organization's own price
             * @enum {string}
             */
            exactness: "published" | "estimate" | "own";
            source: string;
            /** @description What a message of today is priced with */
            inForce: boolean;
            /** @description Corrected or taken back; kept for the record */
            retired: boolean;
        };
        Profile: {
            name?: string;
            /** @enum {string} */
            theme?: "system" | "light" | "dark";
            /** @enum {string} */
            language?: "en" | "ar";
            timeZone?: string;
        };
        ProfileInput: {
            name?: string;
            /** @enum {string} */
            theme?: "system" | "light" | "dark";
            /** @enum {string} */
            language?: "en" | "ar";
            timeZone?: string;
        };
        Reaction: {
            /** @description Empty in one that failed to take a reaction back */
            emoji: string;
            /** @enum {string} */
            by: "contact" | "business";
            at: string;
            /** @description Of ours. `failed` and `cancelled`: the customer never saw it, the one before it holds */
            state?: components["schemas"]["MessageState"];
            failure?: components["schemas"]["Failure"];
        };
        ReactionInput: {
            /** @description Empty in one that failed to take a reaction back */
            emoji: string;
            /** @enum {string} */
            by: "contact" | "business";
            at: string;
            /** @description Of ours. `failed` and `cancelled`: the customer never saw it, the one before it holds */
            state?: components["schemas"]["MessageStateInput"];
            failure?: components["schemas"]["FailureInput"];
        };
        /** @enum {string} */
        RoleName: "owner" | "admin" | "agent" | "viewer";
        /** @enum {string} */
        RoleNameInput: "owner" | "admin" | "agent" | "viewer";
        SendMessage: {
            /** @constant */
            type: "text";
            /** @description At most 4,096 characters */
            text: string;
            /** @description Shows a preview of the first link */
            previewUrl?: boolean;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "image";
            /**
             * Format: uuid
             * @description From POST /files; JPEG or PNG of 8 bits in RGB or RGBA, at most 5 MB
             */
            fileId: string;
            /** @description Shown under the file; at most 1,024 characters */
            text?: string;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "video";
            /**
             * Format: uuid
             * @description From POST /files; MP4 or 3GP (H.264, and AAC in at most one audio track), at most 16 MB
             */
            fileId: string;
            /** @description Shown under the file; at most 1,024 characters */
            text?: string;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "audio";
            /**
             * Format: uuid
             * @description From POST /files; AAC, AMR, MP3, MP4 with AAC or OGG with Opus, at most 16 MB; WebM with Opus is converted to OGG
             */
            fileId: string;
            /** @description Shown as a voice message; needs OGG or WebM with Opus, which is sent in one channel */
            voice?: boolean;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "document";
            /**
             * Format: uuid
             * @description From POST /files; PDF, plain text, Word, Excel or PowerPoint, at most 100 MB
             */
            fileId: string;
            /** @description Shown under the file; at most 1,024 characters */
            text?: string;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "sticker";
            /**
             * Format: uuid
             * @description From POST /files; WebP, at most 100 kB still, 500 kB animated
             */
            fileId: string;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "location";
            location: {
                latitude: number;
                longitude: number;
                name?: string;
                /** @description Shown only below a name */
                address?: string;
            };
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "contacts";
            contacts: {
                name: string;
                /** @default [] */
                phones: {
                    phone: string;
                    type?: string;
                }[];
                /** @default [] */
                emails: {
                    /** Format: email */
                    email: string;
                    type?: string;
                }[];
                organization?: string;
            }[];
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "interactive";
            /** @description At most 1,024 characters, 4,096 above a list */
            text: string;
            /** @description A text or a file */
            header?: {
                text?: string;
                /**
                 * Format: uuid
                 * @description An image, a video or a document; not above a list
                 */
                fileId?: string;
            };
            footer?: string;
            action: {
                /** @constant */
                kind: "buttons";
                /** @description 1 to 3, of different ids and titles */
                buttons: {
                    /** @description Comes back with the answer */
                    id: string;
                    title: string;
                }[];
            } | {
                /** @constant */
                kind: "list";
                button: string;
                /** @description At most 10 rows in all sections together, of different ids; with more than one section each needs a title */
                sections: {
                    title?: string;
                    rows: {
                        id: string;
                        title: string;
                        description?: string;
                    }[];
                }[];
            } | {
                /** @constant */
                kind: "link";
                title: string;
                /**
                 * Format: uri
                 * @description http or https, at most 2,000 characters
                 */
                url: string;
            } | {
                /** @constant */
                kind: "flow";
                flowId: string;
                title: string;
                /** @description Comes back with the answers */
                token?: string;
                /** @description The first screen; without one the flow's own endpoint decides */
                screen?: string;
                /** @description What the first screen is given */
                data?: {
                    [key: string]: unknown;
                };
                /** @description Sends the flow's unpublished draft */
                draft?: boolean;
            } | {
                /**
                 * @description Without header and footer
                 * @constant
                 */
                kind: "ask_location";
            };
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "reaction";
            /**
             * Format: uuid
             * @description The message reacted to, at most 30 days old. The answer is this message, with the reaction on it
             */
            messageId: string;
            /** @description One emoji; empty takes the reaction back */
            emoji: string;
            replyTo?: null;
        } | {
            /** @constant */
            type: "template";
            name: string;
            language: string;
            /**
             * @description Parameters in order for a positional template, by name for a named one; without line breaks, tabs or more than four spaces in a row. Filled in, a header has at most 60 characters and a body 1,024. An authentication template's code (at most 15) is given once, in the body
             * @default {}
             */
            parameters: {
                header?: string[] | {
                    [key: string]: string;
                };
                body?: string[] | {
                    [key: string]: string;
                };
                buttons?: {
                    /** @description The button's place, from 0 */
                    index: number;
                    /** @description The end of an address, the code to copy (20 characters), what a quick reply carries (256), a flow's token, the product shown of a catalogue */
                    value: string;
                }[];
                /** Format: uuid */
                headerFileId?: string;
                location?: {
                    latitude: number;
                    longitude: number;
                    name: string;
                    address: string;
                };
                /** @description One for each card of a carousel, in order */
                cards?: {
                    /** Format: uuid */
                    headerFileId?: string;
                    body?: string[] | {
                        [key: string]: string;
                    };
                    buttons?: {
                        /** @description The button's place, from 0 */
                        index: number;
                        /** @description The end of an address, the code to copy (20 characters), what a quick reply carries (256), a flow's token, the product shown of a catalogue */
                        value: string;
                    }[];
                }[];
                /**
                 * Format: date-time
                 * @description For a template with a limited-time offer
                 */
                offerEndsAt?: string;
            };
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        };
        SendMessageInput: {
            /** @constant */
            type: "text";
            /** @description At most 4,096 characters */
            text: string;
            /** @description Shows a preview of the first link */
            previewUrl?: boolean;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "image";
            /**
             * Format: uuid
             * @description From POST /files; JPEG or PNG of 8 bits in RGB or RGBA, at most 5 MB
             */
            fileId: string;
            /** @description Shown under the file; at most 1,024 characters */
            text?: string;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "video";
            /**
             * Format: uuid
             * @description From POST /files; MP4 or 3GP (H.264, and AAC in at most one audio track), at most 16 MB
             */
            fileId: string;
            /** @description Shown under the file; at most 1,024 characters */
            text?: string;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "audio";
            /**
             * Format: uuid
             * @description From POST /files; AAC, AMR, MP3, MP4 with AAC or OGG with Opus, at most 16 MB; WebM with Opus is converted to OGG
             */
            fileId: string;
            /** @description Shown as a voice message; needs OGG or WebM with Opus, which is sent in one channel */
            voice?: boolean;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "document";
            /**
             * Format: uuid
             * @description From POST /files; PDF, plain text, Word, Excel or PowerPoint, at most 100 MB
             */
            fileId: string;
            /** @description Shown under the file; at most 1,024 characters */
            text?: string;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "sticker";
            /**
             * Format: uuid
             * @description From POST /files; WebP, at most 100 kB still, 500 kB animated
             */
            fileId: string;
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "location";
            location: {
                latitude: number;
                longitude: number;
                name?: string;
                /** @description Shown only below a name */
                address?: string;
            };
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "contacts";
            contacts: {
                name: string;
                /** @default [] */
                phones: {
                    phone: string;
                    type?: string;
                }[];
                /** @default [] */
                emails: {
                    /** Format: email */
                    email: string;
                    type?: string;
                }[];
                organization?: string;
            }[];
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "interactive";
            /** @description At most 1,024 characters, 4,096 above a list */
            text: string;
            /** @description A text or a file */
            header?: {
                text?: string;
                /**
                 * Format: uuid
                 * @description An image, a video or a document; not above a list
                 */
                fileId?: string;
            };
            footer?: string;
            action: {
                /** @constant */
                kind: "buttons";
                /** @description 1 to 3, of different ids and titles */
                buttons: {
                    /** @description Comes back with the answer */
                    id: string;
                    title: string;
                }[];
            } | {
                /** @constant */
                kind: "list";
                button: string;
                /** @description At most 10 rows in all sections together, of different ids; with more than one section each needs a title */
                sections: {
                    title?: string;
                    rows: {
                        id: string;
                        title: string;
                        description?: string;
                    }[];
                }[];
            } | {
                /** @constant */
                kind: "link";
                title: string;
                /**
                 * Format: uri
                 * @description http or https, at most 2,000 characters
                 */
                url: string;
            } | {
                /** @constant */
                kind: "flow";
                flowId: string;
                title: string;
                /** @description Comes back with the answers */
                token?: string;
                /** @description The first screen; without one the flow's own endpoint decides */
                screen?: string;
                /** @description What the first screen is given */
                data?: {
                    [key: string]: unknown;
                };
                /** @description Sends the flow's unpublished draft */
                draft?: boolean;
            } | {
                /**
                 * @description Without header and footer
                 * @constant
                 */
                kind: "ask_location";
            };
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        } | {
            /** @constant */
            type: "reaction";
            /**
             * Format: uuid
             * @description The message reacted to, at most 30 days old. The answer is this message, with the reaction on it
             */
            messageId: string;
            /** @description One emoji; empty takes the reaction back */
            emoji: string;
            replyTo?: unknown;
        } | {
            /** @constant */
            type: "template";
            name: string;
            language: string;
            /**
             * @description Parameters in order for a positional template, by name for a named one; without line breaks, tabs or more than four spaces in a row. Filled in, a header has at most 60 characters and a body 1,024. An authentication template's code (at most 15) is given once, in the body
             * @default {}
             */
            parameters: {
                header?: string[] | {
                    [key: string]: string;
                };
                body?: string[] | {
                    [key: string]: string;
                };
                buttons?: {
                    /** @description The button's place, from 0 */
                    index: number;
                    /** @description The end of an address, the code to copy (20 characters), what a quick reply carries (256), a flow's token, the product shown of a catalogue */
                    value: string;
                }[];
                /** Format: uuid */
                headerFileId?: string;
                location?: {
                    latitude: number;
                    longitude: number;
                    name: string;
                    address: string;
                };
                /** @description One for each card of a carousel, in order */
                cards?: {
                    /** Format: uuid */
                    headerFileId?: string;
                    body?: string[] | {
                        [key: string]: string;
                    };
                    buttons?: {
                        /** @description The button's place, from 0 */
                        index: number;
                        /** @description The end of an address, the code to copy (20 characters), what a quick reply carries (256), a flow's token, the product shown of a catalogue */
                        value: string;
                    }[];
                }[];
                /**
                 * Format: date-time
                 * @description For a template with a limited-time offer
                 */
                offerEndsAt?: string;
            };
            /**
             * Format: uuid
             * @description Id of the message to quote
             */
            replyTo?: string;
        };
        SignIn: {
            email: unknown;
            password: string;
        };
        SignInInput: {
            /** Format: email */
            email: string;
            password: string;
        };
        SignUp: {
            name: string;
            email: unknown;
            password: string;
            organization: string;
            timeZone?: string;
            language?: string;
        };
        SignUpInput: {
            name: string;
            /** Format: email */
            email: string;
            password: string;
            organization: string;
            timeZone?: string;
            language?: string;
        };
        StartConversation: {
            /** Format: uuid */
            contactId: string;
            /** Format: uuid */
            channelId: string;
            /** @description Usually a template: the customer has to write before anything else may be sent */
            message?: components["schemas"]["SendMessage"];
        };
        StartConversationInput: {
            /** Format: uuid */
            contactId: string;
            /** Format: uuid */
            channelId: string;
            /** @description Usually a template: the customer has to write before anything else may be sent */
            message?: components["schemas"]["SendMessageInput"];
        };
        StartedConversation: {
            /** Format: uuid */
            conversationId: string;
            created: boolean;
            message: components["schemas"]["Message"] | null;
        };
        StartedConversationInput: {
            /** Format: uuid */
            conversationId: string;
            created: boolean;
            message: components["schemas"]["MessageInput"] | null;
        };
        Tag: {
            /** Format: uuid */
            id: string;
            name: string;
            hue: number;
        };
        TagInput: {
            /** Format: uuid */
            id: string;
            name: string;
            hue: number;
        };
        Template: {
            /** Format: uuid */
            id: string;
            accountId: string;
            name: string;
            language: string;
            category: string;
            /** @description DRAFT: only here. Anything else is Meta's word; only APPROVED can be sent */
            state: string;
            quality: string | null;
            /** @description Why Meta rejected or paused it, or refused a draft */
            reason: string | null;
            /** @enum {string} */
            parameterFormat: "POSITIONAL" | "NAMED";
            components: {
                [key: string]: unknown;
            }[];
            samples: {
                [key: string]: string;
            };
            /** @description Names, or 1, 2, … of the body's variables */
            variables: string[];
            /** @description Meta will make it this within a day or so */
            correctCategory: string | null;
            /** @description What it was before Meta changed it */
            previousCategory: string | null;
            categoryChangedAt: string | null;
            /** @description On its way to Meta; unknown: Meta did not answer and is asked what it has */
            submission: ("sending" | "unknown") | null;
            editable: {
                allowed: boolean;
                code: string | null;
                until: string | null;
            };
            use: {
                sends30Days: number;
                lastAt: string | null;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        TemplateCheck: {
            /**
             * Format: uuid
             * @description Which one is being changed
             */
            templateId?: string;
            /** Format: uuid */
            channelId?: string;
            /** @description Lower-case letters, digits and underscores, at most 512 */
            name: string;
            language: string;
            /** @enum {string} */
            category: "MARKETING" | "UTILITY" | "AUTHENTICATION";
            /**
             * @default POSITIONAL
             * @enum {string}
             */
            parameterFormat: "POSITIONAL" | "NAMED";
            components: components["schemas"]["TemplatePart"][];
            /**
             * @description The file Meta's reviewers see in a media header: `header` or `cards.0.header` -> file id
             * @default {}
             */
            samples: {
                [key: string]: string;
            };
        };
        TemplateCheckInput: {
            /**
             * Format: uuid
             * @description Which one is being changed
             */
            templateId?: string;
            /** Format: uuid */
            channelId?: string;
            /** @description Lower-case letters, digits and underscores, at most 512 */
            name: string;
            language: string;
            /** @enum {string} */
            category: "MARKETING" | "UTILITY" | "AUTHENTICATION";
            /**
             * @default POSITIONAL
             * @enum {string}
             */
            parameterFormat: "POSITIONAL" | "NAMED";
            components: components["schemas"]["TemplatePartInput"][];
            /**
             * @description The file Meta's reviewers see in a media header: `header` or `cards.0.header` -> file id
             * @default {}
             */
            samples: {
                [key: string]: string;
            };
        };
        TemplateContent: {
            /** @description Lower-case letters, digits and underscores, at most 512 */
            name: string;
            language: string;
            /** @enum {string} */
            category: "MARKETING" | "UTILITY" | "AUTHENTICATION";
            /**
             * @default POSITIONAL
             * @enum {string}
             */
            parameterFormat: "POSITIONAL" | "NAMED";
            components: components["schemas"]["TemplatePart"][];
            /**
             * @description The file Meta's reviewers see in a media header: `header` or `cards.0.header` -> file id
             * @default {}
             */
            samples: {
                [key: string]: string;
            };
        };
        TemplateContentInput: {
            /** @description Lower-case letters, digits and underscores, at most 512 */
            name: string;
            language: string;
            /** @enum {string} */
            category: "MARKETING" | "UTILITY" | "AUTHENTICATION";
            /**
             * @default POSITIONAL
             * @enum {string}
             */
            parameterFormat: "POSITIONAL" | "NAMED";
            components: components["schemas"]["TemplatePartInput"][];
            /**
             * @description The file Meta's reviewers see in a media header: `header` or `cards.0.header` -> file id
             * @default {}
             */
            samples: {
                [key: string]: string;
            };
        };
        TemplateCopy: {
            /** @description Found for you when left out */
            name?: string;
            /** @description Given alone: a translation, under the same name */
            language?: string;
            /**
             * Format: uuid
             * @description A number of another account to make it for
             */
            channelId?: string;
        };
        TemplateCopyInput: {
            /** @description Found for you when left out */
            name?: string;
            /** @description Given alone: a translation, under the same name */
            language?: string;
            /**
             * Format: uuid
             * @description A number of another account to make it for
             */
            channelId?: string;
        };
        TemplateInput: {
            /** Format: uuid */
            id: string;
            accountId: string;
            name: string;
            language: string;
            category: string;
            /** @description DRAFT: only here. Anything else is Meta's word; only APPROVED can be sent */
            state: string;
            quality: string | null;
            /** @description Why Meta rejected or paused it, or refused a draft */
            reason: string | null;
            /** @enum {string} */
            parameterFormat: "POSITIONAL" | "NAMED";
            components: {
                [key: string]: unknown;
            }[];
            samples: {
                [key: string]: string;
            };
            /** @description Names, or 1, 2, … of the body's variables */
            variables: string[];
            /** @description Meta will make it this within a day or so */
            correctCategory: string | null;
            /** @description What it was before Meta changed it */
            previousCategory: string | null;
            categoryChangedAt: unknown | null;
            /** @description On its way to Meta; unknown: Meta did not answer and is asked what it has */
            submission: ("sending" | "unknown") | null;
            editable: {
                allowed: boolean;
                code: string | null;
                until: unknown | null;
            };
            use: {
                sends30Days: number;
                lastAt: unknown | null;
            };
            createdAt: unknown;
            updatedAt: unknown;
        };
        /** @description A component as Graph writes it. A header's sample file is named in `samples` instead. */
        TemplatePart: {
            /** @enum {string} */
            type: "HEADER" | "BODY" | "FOOTER" | "BUTTONS" | "CAROUSEL" | "LIMITED_TIME_OFFER";
            /** @enum {string} */
            format?: "TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "LOCATION";
            text?: string;
            /** @description As Meta keeps it: body_text, body_text_named_params, header_text, … */
            example?: {
                [key: string]: unknown;
            };
            buttons?: {
                /** @enum {string} */
                type: "QUICK_REPLY" | "URL" | "PHONE_NUMBER" | "COPY_CODE" | "FLOW" | "OTP";
                text?: string;
                /** @description May end in one variable */
                url?: string;
                phone_number?: string;
                example?: string | string[];
                flow_id?: string;
                /** @enum {string} */
                flow_action?: "navigate" | "data_exchange";
                navigate_screen?: string;
                /** @enum {string} */
                otp_type?: "COPY_CODE";
            }[];
            add_security_recommendation?: boolean;
            code_expiration_minutes?: number;
            cards?: {
                components: {
                    /** @enum {string} */
                    type: "HEADER" | "BODY" | "BUTTONS";
                    /** @enum {string} */
                    format?: "TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "LOCATION";
                    text?: string;
                    /** @description As Meta keeps it: body_text, body_text_named_params, header_text, … */
                    example?: {
                        [key: string]: unknown;
                    };
                    buttons?: {
                        /** @enum {string} */
                        type: "QUICK_REPLY" | "URL" | "PHONE_NUMBER" | "COPY_CODE" | "FLOW" | "OTP";
                        text?: string;
                        /** @description May end in one variable */
                        url?: string;
                        phone_number?: string;
                        example?: string | string[];
                        flow_id?: string;
                        /** @enum {string} */
                        flow_action?: "navigate" | "data_exchange";
                        navigate_screen?: string;
                        /** @enum {string} */
                        otp_type?: "COPY_CODE";
                    }[];
                }[];
            }[];
            limited_time_offer?: {
                text?: string;
                has_expiration?: boolean;
            };
        };
        /** @description A component as Graph writes it. A header's sample file is named in `samples` instead. */
        TemplatePartInput: {
            /** @enum {string} */
            type: "HEADER" | "BODY" | "FOOTER" | "BUTTONS" | "CAROUSEL" | "LIMITED_TIME_OFFER";
            /** @enum {string} */
            format?: "TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "LOCATION";
            text?: string;
            /** @description As Meta keeps it: body_text, body_text_named_params, header_text, … */
            example?: {
                [key: string]: unknown;
            };
            buttons?: {
                /** @enum {string} */
                type: "QUICK_REPLY" | "URL" | "PHONE_NUMBER" | "COPY_CODE" | "FLOW" | "OTP";
                text?: string;
                /** @description May end in one variable */
                url?: string;
                phone_number?: string;
                example?: string | string[];
                flow_id?: string;
                /** @enum {string} */
                flow_action?: "navigate" | "data_exchange";
                navigate_screen?: string;
                /** @enum {string} */
                otp_type?: "COPY_CODE";
            }[];
            add_security_recommendation?: boolean;
            code_expiration_minutes?: number;
            cards?: {
                components: {
                    /** @enum {string} */
                    type: "HEADER" | "BODY" | "BUTTONS";
                    /** @enum {string} */
                    format?: "TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "LOCATION";
                    text?: string;
                    /** @description As Meta keeps it: body_text, body_text_named_params, header_text, … */
                    example?: {
                        [key: string]: unknown;
                    };
                    buttons?: {
                        /** @enum {string} */
                        type: "QUICK_REPLY" | "URL" | "PHONE_NUMBER" | "COPY_CODE" | "FLOW" | "OTP";
                        text?: string;
                        /** @description May end in one variable */
                        url?: string;
                        phone_number?: string;
                        example?: string | string[];
                        flow_id?: string;
                        /** @enum {string} */
                        flow_action?: "navigate" | "data_exchange";
                        navigate_screen?: string;
                        /** @enum {string} */
                        otp_type?: "COPY_CODE";
                    }[];
                }[];
            }[];
            limited_time_offer?: {
                text?: string;
                has_expiration?: boolean;
            };
        };
        TemplateProblem: {
            /** @description name, category, header.text, body.example.1, buttons.0.url, cards.1.body.text, … */
            field: string;
            code: string;
            message: string;
            /** @enum {string} */
            severity: "error" | "hint";
            /** @description What the sentence names, for who says it in another language */
            params: {
                [key: string]: string | number;
            };
        };
        TemplateProblemInput: {
            /** @description name, category, header.text, body.example.1, buttons.0.url, cards.1.body.text, … */
            field: string;
            code: string;
            message: string;
            /** @enum {string} */
            severity: "error" | "hint";
            /** @description What the sentence names, for who says it in another language */
            params: {
                [key: string]: string | number;
            };
        };
        /** @description What of a template may change once Meta has it; name and language may not */
        TemplateRevision: {
            /** @enum {string} */
            category?: "MARKETING" | "UTILITY" | "AUTHENTICATION";
            components: components["schemas"]["TemplatePart"][];
            /**
             * @description The file Meta's reviewers see in a media header: `header` or `cards.0.header` -> file id
             * @default {}
             */
            samples: {
                [key: string]: string;
            };
        };
        /** @description What of a template may change once Meta has it; name and language may not */
        TemplateRevisionInput: {
            /** @enum {string} */
            category?: "MARKETING" | "UTILITY" | "AUTHENTICATION";
            components: components["schemas"]["TemplatePartInput"][];
            /**
             * @description The file Meta's reviewers see in a media header: `header` or `cards.0.header` -> file id
             * @default {}
             */
            samples: {
                [key: string]: string;
            };
        };
        TemplateVerdict: {
            problems: components["schemas"]["TemplateProblem"][];
            names: {
                used: number;
                most: number;
            };
            createdThisHour: number;
        };
        TemplateVerdictInput: {
            problems: components["schemas"]["TemplateProblemInput"][];
            names: {
                used: number;
                most: number;
            };
            createdThisHour: number;
        };
        /** @description Newest first; `next` leads to older messages */
        Thread: {
            items: components["schemas"]["Message"][];
            next: string | null;
            /** @description For `before`, when a page opened by `around` does not reach today */
            newer: string | null;
        };
        /** @description Newest first; `next` leads to older messages */
        ThreadInput: {
            items: components["schemas"]["MessageInput"][];
            next: string | null;
            /** @description For `before`, when a page opened by `around` does not reach today */
            newer: string | null;
        };
        TimelineItem: {
            /** Format: uuid */
            id: string;
            /** @description The event's public name, such as message.received */
            name: string;
            /** Format: date-time */
            at: string;
            actor: {
                kind: string;
                name: string | null;
            };
            payload: {
                [key: string]: unknown;
            };
        };
        TimelineItemInput: {
            /** Format: uuid */
            id: string;
            /** @description The event's public name, such as message.received */
            name: string;
            at: unknown;
            actor: {
                kind: string;
                name: string | null;
            };
            payload: {
                [key: string]: unknown;
            };
        };
        TypingShown: {
            shown: boolean;
        };
        TypingShownInput: {
            shown: boolean;
        };
        VerifyToken: {
            verifyToken: string;
        };
        VerifyTokenInput: {
            verifyToken: string;
        };
        ViewCounts: {
            mine: number;
            unassigned: number;
            open: number;
            closed: number;
            failed: number;
            /** @description Of my and unassigned open conversations, those with something unread; looked for among the 250 last talked in of each */
            unread: number;
            /** @description Open conversations by label id */
            labels: {
                [key: string]: number;
            };
        };
        ViewCountsInput: {
            mine: number;
            unassigned: number;
            open: number;
            closed: number;
            failed: number;
            /** @description Of my and unassigned open conversations, those with something unread; looked for among the 250 last talked in of each */
            unread: number;
            /** @description Open conversations by label id */
            labels: {
                [key: string]: number;
            };
        };
        Welcome: {
            signUpOpen: boolean;
            demoAvailable: boolean;
            mailConfigured: boolean;
        };
        WelcomeInput: {
            signUpOpen: boolean;
            demoAvailable: boolean;
            mailConfigured: boolean;
        };
        WhatsAppCheckResult: {
            ok: boolean;
            checks: components["schemas"]["ChannelCheck"][];
            number: {
                displayPhoneNumber: string;
                verifiedName: string | null;
            } | null;
        };
        WhatsAppCheckResultInput: {
            ok: boolean;
            checks: components["schemas"]["ChannelCheckInput"][];
            number: {
                displayPhoneNumber: string;
                verifiedName: string | null;
            } | null;
        };
        WhatsAppConnection: {
            name?: string;
            phoneNumberId: string;
            accountId: string;
            token: string;
            appSecret: string;
            /** @description Made for you when left out */
            verifyToken?: string;
            /**
             * Format: uri
             * @default https://graph.facebook.com
             */
            graphUrl: string;
            /** @default v26.0 */
            graphVersion: string;
        };
        WhatsAppConnectionInput: {
            name?: string;
            phoneNumberId: string;
            accountId: string;
            token: string;
            appSecret: string;
            /** @description Made for you when left out */
            verifyToken?: string;
            /**
             * Format: uri
             * @default https://graph.facebook.com
             */
            graphUrl: string;
            /** @default v26.0 */
            graphVersion: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getOutbox: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Letter"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getAuditLog: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getWelcome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Welcome"];
                };
            };
        };
    };
    postSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    postSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    postSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postPasswordForgotten: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postPasswordChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postEmailVerify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postEmailVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    patchMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    putMeOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    organizationId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    getInvitation: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
        };
    };
    postInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description For a new account */
                    name?: string;
                    /** @description Of the account that exists, or for a new one; not needed while signed in as the invited address */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    patchOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationSettingsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    getMembers: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    patchMembersByMemberId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    role?: components["schemas"]["RoleNameInput"];
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    getInvitations: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "admin" | "agent" | "viewer";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationMade"];
                };
            };
        };
    };
    deleteInvitationsByInvitationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getApiKeys: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    permissions: "all" | string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyMade"];
                };
            };
        };
    };
    deleteApiKeysByApiKeyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PermissionInfo"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
        };
    };
    getFilesByFileId: {
        parameters: {
            query?: {
                /** @description `true`: as an attachment, whatever the type */
                download?: "true" | "false";
            };
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getContacts: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Name (accents and case do not matter), phone in any notation, e-mail, username or company */
                search?: string;
                tag?: string;
                stage?: "lead" | "customer" | "loyal" | "lost";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ContactSummary"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
        };
    };
    getContactsByContactId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
        };
    };
    deleteContactsByContactId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchContactsByContactId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
        };
    };
    postContactsByContactIdIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "phone" | "email";
                    value: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
        };
    };
    deleteContactsByContactIdIdentitiesByIdentityId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                identityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    putContactsByContactIdTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tagIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tags: components["schemas"]["Tag"][];
                    };
                };
            };
        };
    };
    getContactsByContactIdTimeline: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TimelineItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getContactsByContactIdNotes: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ContactNote"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postContactsByContactIdNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactNote"];
                };
            };
        };
    };
    deleteContactsByContactIdNotesByNoteId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTags: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Tag"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    hue?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
        };
    };
    deleteTagsByTagId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tagId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchTagsByTagId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tagId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    hue?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
        };
    };
    getConversationsByConversationIdMessages: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Opens the thread at this message instead of at its end */
                around?: string;
                /** @description The `newer` of the page before: goes on towards today */
                before?: string;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
        };
    };
    postConversationsByConversationIdMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key sends once, however often the request is repeated */
                "idempotency-key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessageInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    getConversations: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description `open`: all open conversations; `failed`: whose last message did not go out */
                view?: "mine" | "unassigned" | "open" | "closed" | "failed";
                label?: string;
                channel?: string;
                contact?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Conversation"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postConversations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key sends once, however often the request is repeated */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartConversationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedConversation"];
                };
            };
        };
    };
    postConversationsByConversationIdMessagesByMessageIdResend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Needed for a message of unknown outcome: the customer may get it twice
                     * @default false
                     */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    postConversationsByConversationIdMessagesByMessageIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    postConversationsByConversationIdMessagesByMessageIdResolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "arrived" | "not_arrived";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    getConversationsByConversationIdMessagesByMessageIdAttempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attempts"];
                };
            };
        };
    };
    getChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Channel"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getChannelsNotices: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postChannelsWhatsappCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatsAppConnectionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatsAppCheckResult"];
                };
            };
        };
    };
    postChannelsWhatsapp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatsAppConnectionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
        };
    };
    getChannelsByChannelId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
        };
    };
    deleteChannelsByChannelId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchChannelsByChannelId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    state?: "active" | "paused";
                    token?: string;
                    graphVersion?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
        };
    };
    postChannelsByChannelIdCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
        };
    };
    getChannelsByChannelIdVerifyToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyToken"];
                };
            };
        };
    };
    getChannelsByChannelIdHealth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelHealth"];
                };
            };
        };
    };
    getChannelsByChannelIdLimits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelLimits"];
                };
            };
        };
    };
    postChannelsByChannelIdWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
        };
    };
    postChannelsByChannelIdMove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
        };
    };
    getChannelsByChannelIdJournal: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Bodies received before this moment */
                before?: string;
            };
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
        };
    };
    getChannelsByChannelIdJournalByJournalId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
                journalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalBody"];
                };
            };
        };
    };
    postChannelsByChannelIdJournalReplays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        since: string;
                    };
                };
            };
        };
    };
    postConversationsByConversationIdMessagesByMessageIdMediaFetch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    getTemplates: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                channel?: string;
                account?: string;
                state?: string;
                category?: string;
                language?: string;
                /** @description Exactly this name: the languages of one template */
                name?: string;
                /** @description In name and texts */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Template"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTemplateInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    getTemplatesLanguages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What Meta takes */
                        all: string[];
                        /** @description What the organization's templates are written in */
                        used: string[];
                    };
                };
            };
        };
    };
    getTemplatesByTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    putTemplatesByTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateContentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    deleteTemplatesByTemplateId: {
        parameters: {
            query: {
                /** @description The template's name, typed by who means it */
                confirm: string;
                /** @description This language alone, or every language of the name */
                languages?: "one" | "all";
            };
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postTemplatesCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateCheckInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateVerdict"];
                };
            };
        };
    };
    postTemplatesByTemplateIdSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    postTemplatesByTemplateIdRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateRevisionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    postTemplatesByTemplateIdCopies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateCopyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    postChannelsByChannelIdTemplatesSync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: number;
                    };
                };
            };
        };
    };
    getParked: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                channel?: string;
                reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedItem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getParkedReasons: {
        parameters: {
            query?: {
                channel?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedReason"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postParkedReplays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    channelId?: string;
                    /** @description Left out: of any reason */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedReplay"];
                };
            };
        };
    };
    getParkedReplaysByReplayId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                replayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedReplay"];
                };
            };
        };
    };
    postParkedDiscards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    channelId?: string;
                    /** @description Left out: of any reason */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedDiscarded"];
                };
            };
        };
    };
    postParkedByParkedIdReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                parkedId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteParkedByParkedId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                parkedId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConversationsCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewCounts"];
                };
            };
        };
    };
    getConversationsByConversationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
        };
    };
    putConversationsByConversationIdAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
        };
    };
    postConversationsByConversationIdClose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "closed";
                    };
                };
            };
        };
    };
    postConversationsByConversationIdReopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "closed";
                    };
                };
            };
        };
    };
    putConversationsByConversationIdLabels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    labelIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        labelIds: string[];
                    };
                };
            };
        };
    };
    postConversationsByConversationIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
        };
    };
    postConversationsByConversationIdUnread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
        };
    };
    postConversationsByConversationIdNotes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key sends once, however often the request is repeated */
                "idempotency-key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    deleteConversationsByConversationIdNotesByMessageId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConversationsByConversationIdPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Presence"][];
                    };
                };
            };
        };
    };
    putConversationsByConversationIdPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "viewing" | "typing" | "left";
                };
            };
        };
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postConversationsByConversationIdTyping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TypingShown"];
                };
            };
        };
    };
    getLabels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Label"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postLabels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default 1 */
                    hue?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
        };
    };
    deleteLabelsByLabelId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                labelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchLabelsByLabelId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                labelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    hue?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
        };
    };
    getSearchMessages: {
        parameters: {
            query: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MessageHit"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getCostsEstimate: {
        parameters: {
            query: {
                channelId: string;
                contactId: string;
                /** @description A template of the number; without it and without a category a free-form reply */
                templateId?: string;
                /** @description Instead of a template */
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostEstimate"];
                };
            };
        };
    };
    getCostsMonths: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            month: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    getCostsMonthsByMonth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthOfCosts"];
                };
            };
        };
    };
    getCostsMonthsByMonthByByBy: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path: {
                month: string;
                by: "number" | "sender" | "contact" | "template" | "category" | "country";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CostLine"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getCostsMonthsByMonthMessages: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                number?: string;
                sender?: string;
                contact?: string;
                template?: string;
                category?: string;
                country?: string;
                day?: string;
                charged?: "yes" | "no";
                /** @description Only those charged for which no price is known */
                unpriced?: "yes";
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CostMessage"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getCostsMonthsByMonthHints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostHints"];
                };
            };
        };
    };
    getCostsMonthsByMonthExport: {
        parameters: {
            query?: {
                number?: string;
                sender?: string;
                contact?: string;
                template?: string;
                category?: string;
                country?: string;
                day?: string;
                charged?: "yes" | "no";
                /** @description Only those charged for which no price is known */
                unpriced?: "yes";
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postCostsMonthsByMonthRecalculation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCostsPrices: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                market?: string;
                category?: string;
                /** @description Only what holds today, or every row there ever was */
                show?: "now" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PriceRow"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postCostsPrices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPriceInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAdded"];
                };
            };
        };
    };
    deleteCostsPricesByPriceId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                priceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postCostsPricesImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceImportInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceImported"];
                };
            };
        };
    };
    getCostsMarkets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            market: string;
                            countries: string[];
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    getCostsSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostSettings"];
                };
            };
        };
    };
    patchCostsSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency?: string;
                    showReplyCost?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostSettings"];
                };
            };
        };
    };
    postDemoOpen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
}
