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
         * @description Server-sent events: `data` is `{ name, organizationId, conversationId, contactId }`, read the rest where it lives. Send `Last-Event-ID` to go on after a lost connection; `event: resync` says that too much was missed and everything shown should be read again. A comment comes every 15 s. Only events are sent that your permissions allow to see.
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
        post?: never;
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
         * @description Needs the permission `channels.manage`.
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
         * @description Lapses after 20 s without a new report. For signed-in people.
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
        /** @enum {string} */
        RoleNameInput: "owner" | "admin" | "agent" | "viewer";
        SignUpInput: {
            name: string;
            /** Format: email */
            email: string;
            password: string;
            organization: string;
            timeZone?: string;
            language?: string;
        };
        SignInInput: {
            /** Format: email */
            email: string;
            password: string;
        };
        WelcomeInput: {
            signUpOpen: boolean;
            demoAvailable: boolean;
            mailConfigured: boolean;
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
        ProfileInput: {
            name?: string;
            /** @enum {string} */
            theme?: "system" | "light" | "dark";
            /** @enum {string} */
            language?: "en" | "ar";
            timeZone?: string;
        };
        OrganizationSettingsInput: {
            name?: string;
            /** @enum {string} */
            language?: "en" | "ar";
            timeZone?: string;
            country?: string | null;
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
        MemberInput: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            role: components["schemas"]["RoleNameInput"];
            active: boolean;
            since: unknown;
        };
        InvitationInput: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["RoleNameInput"];
            expiresAt: unknown;
            createdAt: unknown;
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
        InvitationViewInput: {
            organization: string;
            email: string;
            role: components["schemas"]["RoleNameInput"];
            accountExists: boolean;
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
        PermissionInfoInput: {
            permission: string;
            sentence: string;
            roles: components["schemas"]["RoleNameInput"][];
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
        ChannelCheckInput: {
            /** @description graph_reached, token, phone_number, account, number_in_account, app_secret, subscribed, webhook_seen, name, quality */
            check: string;
            /** @description null: could not be checked */
            ok: boolean | null;
            field: string | null;
            message: string;
            remedy: string | null;
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
        WhatsAppCheckResultInput: {
            ok: boolean;
            checks: components["schemas"]["ChannelCheckInput"][];
            number: {
                displayPhoneNumber: string;
                verifiedName: string | null;
            } | null;
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
        VerifyTokenInput: {
            verifyToken: string;
        };
        TemplateInput: {
            /** Format: uuid */
            id: string;
            accountId: string;
            name: string;
            language: string;
            category: string;
            state: string;
            quality: string | null;
            reason: string | null;
            /** @enum {string} */
            parameterFormat: "POSITIONAL" | "NAMED";
            components: {
                [key: string]: unknown;
            }[];
            /** @description Names, or 1, 2, … of the body's variables */
            variables: string[];
            correctCategory: string | null;
            updatedAt: unknown;
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
        };
        TagInput: {
            /** Format: uuid */
            id: string;
            name: string;
            hue: number;
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
        ContactNoteInput: {
            /** Format: uuid */
            id: string;
            body: string;
            authorId: string | null;
            authorName: string | null;
            at: unknown;
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
        /**
         * @description `unknown`: the provider did not answer in time and may have it; it is not sent again by itself
         * @enum {string}
         */
        MessageStateInput: "queued" | "sending" | "unknown" | "accepted" | "sent" | "delivered" | "read" | "failed" | "cancelled";
        FailureInput: {
            code: string;
            providerCode?: number;
            message: string;
            /** @enum {string} */
            remedy?: "send_template" | "fix_number" | "renew_token" | "wait" | "fix_template" | "fix_media" | "contact_admin" | "none";
            detail?: string;
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
            reactions: {
                emoji: string;
                /** @enum {string} */
                by: "contact" | "business";
                at: string;
            }[];
            state: components["schemas"]["MessageStateInput"] | null;
            failure: components["schemas"]["FailureInput"] | null;
            at: unknown;
            editedAt: unknown | null;
            revokedAt: unknown | null;
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
             * @description From POST /files; JPEG or PNG, at most 5 MB
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
             * @description From POST /files; MP4 or 3GP (H.264 and AAC), at most 16 MB
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
             * @description From POST /files; AAC, AMR, MP3, MP4 or OGG with Opus, at most 16 MB
             */
            fileId: string;
            /** @description Shown as a voice message; needs OGG with Opus */
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
             * @description From POST /files; at most 100 MB
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
            header?: {
                text?: string;
                /** Format: uuid */
                fileId?: string;
            };
            footer?: string;
            action: {
                /** @constant */
                kind: "buttons";
                buttons: {
                    id: string;
                    title: string;
                }[];
            } | {
                /** @constant */
                kind: "list";
                button: string;
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
                /** Format: uri */
                url: string;
            } | {
                /** @constant */
                kind: "flow";
                flowId: string;
                title: string;
                token?: string;
                screen?: string;
                data?: {
                    [key: string]: unknown;
                };
                draft?: boolean;
            } | {
                /** @constant */
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
             * @description The message reacted to
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
             * @description Body parameters in order for a positional template, by name for a named one
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
                    index: number;
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
                        index: number;
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
        StartConversationInput: {
            /** Format: uuid */
            contactId: string;
            /** Format: uuid */
            channelId: string;
            /** @description Usually a template: the customer has to write before anything else may be sent */
            message?: components["schemas"]["SendMessageInput"];
        };
        StartedConversationInput: {
            /** Format: uuid */
            conversationId: string;
            created: boolean;
            message: components["schemas"]["MessageInput"] | null;
        };
        /** @description Newest first; `next` leads to older messages */
        ThreadInput: {
            items: components["schemas"]["MessageInput"][];
            next: string | null;
            /** @description For `before`, when a page opened by `around` does not reach today */
            newer: string | null;
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
        AssignmentInput: {
            /** @description The member who answers; null puts it back into the queue */
            assigneeId: string | null;
        };
        LabelInput: {
            /** Format: uuid */
            id: string;
            name: string;
            hue: number;
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
        PresenceInput: {
            /** Format: uuid */
            memberId: string;
            name: string;
            /** @enum {string} */
            state: "viewing" | "typing";
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
        /** @enum {string} */
        RoleName: "owner" | "admin" | "agent" | "viewer";
        SignUp: {
            name: string;
            email: unknown;
            password: string;
            organization: string;
            timeZone?: string;
            language?: string;
        };
        SignIn: {
            email: unknown;
            password: string;
        };
        Welcome: {
            signUpOpen: boolean;
            demoAvailable: boolean;
            mailConfigured: boolean;
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
        Profile: {
            name?: string;
            /** @enum {string} */
            theme?: "system" | "light" | "dark";
            /** @enum {string} */
            language?: "en" | "ar";
            timeZone?: string;
        };
        OrganizationSettings: {
            name?: string;
            /** @enum {string} */
            language?: "en" | "ar";
            timeZone?: string;
            country?: string | null;
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
        InvitationView: {
            organization: string;
            email: string;
            role: components["schemas"]["RoleName"];
            accountExists: boolean;
        };
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
        PermissionInfo: {
            permission: string;
            sentence: string;
            roles: components["schemas"]["RoleName"][];
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
        ChannelCheck: {
            /** @description graph_reached, token, phone_number, account, number_in_account, app_secret, subscribed, webhook_seen, name, quality */
            check: string;
            /** @description null: could not be checked */
            ok: boolean | null;
            field: string | null;
            message: string;
            remedy: string | null;
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
        WhatsAppCheckResult: {
            ok: boolean;
            checks: components["schemas"]["ChannelCheck"][];
            number: {
                displayPhoneNumber: string;
                verifiedName: string | null;
            } | null;
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
        VerifyToken: {
            verifyToken: string;
        };
        Template: {
            /** Format: uuid */
            id: string;
            accountId: string;
            name: string;
            language: string;
            category: string;
            state: string;
            quality: string | null;
            reason: string | null;
            /** @enum {string} */
            parameterFormat: "POSITIONAL" | "NAMED";
            components: {
                [key: string]: unknown;
            }[];
            /** @description Names, or 1, 2, … of the body's variables */
            variables: string[];
            correctCategory: string | null;
            /** Format: date-time */
            updatedAt: string;
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
        };
        Tag: {
            /** Format: uuid */
            id: string;
            name: string;
            hue: number;
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
        ContactNote: {
            /** Format: uuid */
            id: string;
            body: string;
            authorId: string | null;
            authorName: string | null;
            /** Format: date-time */
            at: string;
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
        /**
         * @description `unknown`: the provider did not answer in time and may have it; it is not sent again by itself
         * @enum {string}
         */
        MessageState: "queued" | "sending" | "unknown" | "accepted" | "sent" | "delivered" | "read" | "failed" | "cancelled";
        Failure: {
            code: string;
            providerCode?: number;
            message: string;
            /** @enum {string} */
            remedy?: "send_template" | "fix_number" | "renew_token" | "wait" | "fix_template" | "fix_media" | "contact_admin" | "none";
            detail?: string;
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
            reactions: {
                emoji: string;
                /** @enum {string} */
                by: "contact" | "business";
                at: string;
            }[];
            state: components["schemas"]["MessageState"] | null;
            failure: components["schemas"]["Failure"] | null;
            /** Format: date-time */
            at: string;
            editedAt: string | null;
            revokedAt: string | null;
        };
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
             * @description From POST /files; JPEG or PNG, at most 5 MB
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
             * @description From POST /files; MP4 or 3GP (H.264 and AAC), at most 16 MB
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
             * @description From POST /files; AAC, AMR, MP3, MP4 or OGG with Opus, at most 16 MB
             */
            fileId: string;
            /** @description Shown as a voice message; needs OGG with Opus */
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
             * @description From POST /files; at most 100 MB
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
            header?: {
                text?: string;
                /** Format: uuid */
                fileId?: string;
            };
            footer?: string;
            action: {
                /** @constant */
                kind: "buttons";
                buttons: {
                    id: string;
                    title: string;
                }[];
            } | {
                /** @constant */
                kind: "list";
                button: string;
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
                /** Format: uri */
                url: string;
            } | {
                /** @constant */
                kind: "flow";
                flowId: string;
                title: string;
                token?: string;
                screen?: string;
                data?: {
                    [key: string]: unknown;
                };
                draft?: boolean;
            } | {
                /** @constant */
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
             * @description The message reacted to
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
             * @description Body parameters in order for a positional template, by name for a named one
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
                    index: number;
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
                        index: number;
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
        StartConversation: {
            /** Format: uuid */
            contactId: string;
            /** Format: uuid */
            channelId: string;
            /** @description Usually a template: the customer has to write before anything else may be sent */
            message?: components["schemas"]["SendMessage"];
        };
        StartedConversation: {
            /** Format: uuid */
            conversationId: string;
            created: boolean;
            message: components["schemas"]["Message"] | null;
        };
        /** @description Newest first; `next` leads to older messages */
        Thread: {
            items: components["schemas"]["Message"][];
            next: string | null;
            /** @description For `before`, when a page opened by `around` does not reach today */
            newer: string | null;
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
        Assignment: {
            /** @description The member who answers; null puts it back into the queue */
            assigneeId: string | null;
        };
        Label: {
            /** Format: uuid */
            id: string;
            name: string;
            hue: number;
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
        Presence: {
            /** Format: uuid */
            memberId: string;
            name: string;
            /** @enum {string} */
            state: "viewing" | "typing";
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
    getTemplates: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                channel?: string;
                state?: string;
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
