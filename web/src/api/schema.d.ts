export interface paths {
    "/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls, meetings and notes about one contact, company, deal or conversation, newest first
         * @description Needs the permission `sales.read`.
         */
        get: operations["getActivities"];
        put?: never;
        /**
         * Log a call, a meeting or a note
         * @description Needs the permission `sales.write`.
         */
        post: operations["postActivities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{activityId}": {
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
         * Delete an activity
         * @description Needs the permission `sales.write`.
         */
        delete: operations["deleteActivitiesByActivityId"];
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
    "/bulk-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes of many contacts, newest first
         * @description Needs the permission `contacts.write`.
         */
        get: operations["getBulkJobs"];
        put?: never;
        /**
         * Change many contacts at once
         * @description Runs as a job; whom it is for is frozen first. Who does not match the filter any more when their turn comes is left out and counted. Erasing needs the permission `contacts.erase_many` and the number of people expected.
         *
         *     Needs the permission `contacts.write`.
         */
        post: operations["postBulkJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-jobs/{bulkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a change of many contacts has come
         * @description Needs the permission `contacts.write`.
         */
        get: operations["getBulkJobsByBulkId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-jobs/{bulkId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a change of many contacts
         * @description Needs the permission `contacts.write`.
         */
        post: operations["postBulkJobsByBulkIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-jobs/{bulkId}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the contacts it could not change, and why
         * @description Needs the permission `contacts.write`.
         */
        get: operations["getBulkJobsByBulkIdProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-jobs/{bulkId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what a change of many contacts put there, within seven days
         * @description Needs the permission `contacts.write`.
         */
        post: operations["postBulkJobsByBulkIdUndo"];
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
    "/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search companies, by name
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getCompanies"];
        put?: never;
        /**
         * Create a company
         * @description Answers 409 `company_exists` where there is one of this name; its id stands in `remedy`.
         *
         *     Needs the permission `contacts.write`.
         */
        post: operations["postCompanies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{companyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a company
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getCompaniesByCompanyId"];
        put?: never;
        post?: never;
        /**
         * Delete a company; its people and deals stay, without a company
         * @description Needs the permission `contacts.write`.
         */
        delete: operations["deleteCompaniesByCompanyId"];
        options?: never;
        head?: never;
        /**
         * Change a company; its people carry a new name at once, more than 500 of them within seconds
         * @description Needs the permission `contacts.write`.
         */
        patch: operations["patchCompaniesByCompanyId"];
        trace?: never;
    };
    "/companies/{companyId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge another company into this one
         * @description People, deals, tasks and activities of the other one move; facts this one does not have are taken over; the other one is gone. More than 500 people follow within seconds. Cannot be undone.
         *
         *     Needs the permission `contacts.write`.
         */
        post: operations["postCompaniesByCompanyIdMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{companyId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The contacts that belong to a company, newest first
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getCompaniesByCompanyIdPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the saved views of contacts: those shared and one's own
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getContactViews"];
        put?: never;
        /**
         * Save a view of contacts
         * @description Needs the permission `contacts.read`.
         */
        post: operations["postContactViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-views/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set your row of views and the one Contacts open with
         * @description Needs the permission `contacts.read`.
         */
        put: operations["putContactViewsPlaces"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-views/{viewId}": {
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
         * Delete a saved view
         * @description Needs the permission `contacts.read`.
         */
        delete: operations["deleteContactViewsByViewId"];
        options?: never;
        head?: never;
        /**
         * Change a saved view
         * @description Needs the permission `contacts.read`.
         */
        patch: operations["patchContactViewsByViewId"];
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
         * List, filter, search and sort contacts
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
    "/contacts/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the contacts a filter or search finds
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getContactsCount"];
        put?: never;
        post?: never;
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
    "/contacts/{contactId}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a postal address; at most 20
         * @description Needs the permission `contacts.write`.
         */
        post: operations["postContactsByContactIdAddresses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/addresses/{addressId}": {
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
         * Remove a postal address
         * @description Needs the permission `contacts.write`.
         */
        delete: operations["deleteContactsByContactIdAddressesByAddressId"];
        options?: never;
        head?: never;
        /**
         * Change a postal address
         * @description Needs the permission `contacts.write`.
         */
        patch: operations["patchContactsByContactIdAddressesByAddressId"];
        trace?: never;
    };
    "/contacts/{contactId}/duplicates/{otherContactId}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that two contacts are not the same person
         * @description Remembered: the two are never suggested again, whatever else is found.
         *
         *     Needs the permission `contacts.merge`.
         */
        put: operations["putContactsByContactIdDuplicatesByOtherContactIdDismissal"];
        post?: never;
        /**
         * Take back that two contacts are not the same person
         * @description Needs the permission `contacts.merge`.
         */
        delete: operations["deleteContactsByContactIdDuplicatesByOtherContactIdDismissal"];
        options?: never;
        head?: never;
        patch?: never;
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
    "/contacts/{contactId}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See two contacts side by side before merging them
         * @description Needs the permission `contacts.merge`.
         */
        get: operations["getContactsByContactIdMergePreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge another contact into this one
         * @description Everything of the other becomes this one's: identities, conversations, notes, tags, consents, events, deals, tasks and whatever else belongs to a contact. It can be undone with `POST /merges/{mergeId}/undo`. Answers 404 `contact_merged` where one of the two is part of another contact by now.
         *
         *     Needs the permission `contacts.merge`.
         */
        post: operations["postContactsByContactIdMerges"];
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
    "/contacts/{contactId}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a contact's score is the sum of
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getContactsByContactIdScore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The segments a contact is in
         * @description Needs the permission `segments.read`.
         */
        get: operations["getContactsByContactIdSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stages a contact is and was in, with the days they entered and left
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getContactsByContactIdStages"];
        put?: never;
        post?: never;
        delete?: never;
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
         * @description The first page looks back 90 days, later ones 360 days each: a page may be short or empty and still have a `next`.
         *
         *     Needs the permission `contacts.read`.
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
    "/deal-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why deals are won or lost, as offered
         * @description Needs the permission `sales.read`.
         */
        get: operations["getDealReasons"];
        put?: never;
        /**
         * Add a reason
         * @description Needs the permission `pipelines.manage`.
         */
        post: operations["postDealReasons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deal-reasons/{reasonId}": {
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
         * Offer a reason no more; deals that have it keep it
         * @description Needs the permission `pipelines.manage`.
         */
        delete: operations["deleteDealReasonsByReasonId"];
        options?: never;
        head?: never;
        /**
         * Rename a reason
         * @description Needs the permission `pipelines.manage`.
         */
        patch: operations["patchDealReasonsByReasonId"];
        trace?: never;
    };
    "/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deals of a pipeline, stage, owner, company, person or expected date
         * @description Needs the permission `sales.read`.
         */
        get: operations["getDeals"];
        put?: never;
        /**
         * Create a deal
         * @description Needs the permission `sales.write`.
         */
        post: operations["postDeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Number, value and weighted value of the deals in each stage of a pipeline, by currency
         * @description Needs the permission `sales.read`.
         */
        get: operations["getDealsTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{dealId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a deal
         * @description Needs the permission `sales.read`.
         */
        get: operations["getDealsByDealId"];
        put?: never;
        post?: never;
        /**
         * Delete a deal with its tasks and activities
         * @description Needs the permission `sales.write`.
         */
        delete: operations["deleteDealsByDealId"];
        options?: never;
        head?: never;
        /**
         * Change a deal
         * @description Needs the permission `sales.write`.
         */
        patch: operations["patchDealsByDealId"];
        trace?: never;
    };
    "/deals/{dealId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stages a deal went through, oldest first
         * @description Needs the permission `sales.read`.
         */
        get: operations["getDealsByDealIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{dealId}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Move a deal to a stage, and to a place in its column; into won or lost it decides the deal
         * @description Answers 409 `deal_moved` where `fromStageId` is given and somebody has moved the deal elsewhere meanwhile.
         *
         *     Needs the permission `sales.write`.
         */
        put: operations["putDealsByDealIdStage"];
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
    "/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pairs of contacts that may be one person, the likeliest first
         * @description Needs the permission `contacts.merge`.
         */
        get: operations["getDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/duplicates/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count pairs of contacts that may be one person
         * @description Needs the permission `contacts.merge`.
         */
        get: operations["getDuplicatesCounts"];
        put?: never;
        post?: never;
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
    "/event-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names of events seen, by the alphabet, with counts of the last 30 days
         * @description Needs the permission `events.read`.
         */
        get: operations["getEventNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/event-names/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One name with its properties and their types
         * @description Needs the permission `events.read`.
         */
        get: operations["getEventNamesDetail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Block or rename what arrives under a name, or say how long it is kept
         * @description Needs the permission `events.manage`.
         */
        patch: operations["patchEventNamesDetail"];
        trace?: never;
    };
    "/event-names/properties": {
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
         * Mark a property as personal, or drop it
         * @description Values that are here already are moved or deleted by a job.
         *
         *     Needs the permission `events.manage`.
         */
        patch: operations["patchEventNamesProperties"];
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what happened: one message or up to 1,000
         * @description Messages of the types track, page, identify and alias, alone or as `{ batch: [...] }`. Websites send with a write key (`writeKey` in the body, or the user of Basic authentication) from the origins it names; servers with an API key that has the permission `events.write`. Answered when the events are on disk. Each item of a batch is answered by itself; a message alone that is refused answers 400. At most 500 kB a request and 32 kB a message. docs/events.md has examples.
         */
        post: operations["postEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What arrives, as it arrives
         * @description Server-sent events: `data` is an Arrival as in /events/recent; `event: skipped` says how many were left out because more came than can be read. At most 5 streams each.
         *
         *     Needs the permission `events.read`.
         */
        get: operations["getEventsLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What arrived in the last day, newest first, with what became of it
         * @description Needs the permission `events.read`.
         */
        get: operations["getEventsRecent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The exports, newest first
         * @description Needs the permission `contacts.export`.
         */
        get: operations["getExports"];
        put?: never;
        /**
         * Give out contacts as a file: CSV, XLSX or JSON lines
         * @description Written in the background, newest contacts first; contacts that come after the beginning are not among them. In CSV what a spreadsheet would run as a formula begins with an apostrophe; moments have the organization's time with its distance from UTC. The file goes after 7 days. The audit log keeps who asked for what and who fetched it.
         *
         *     Needs the permission `contacts.export`.
         */
        post: operations["postExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an export is going
         * @description Needs the permission `contacts.export`.
         */
        get: operations["getExportsByExportId"];
        put?: never;
        post?: never;
        /**
         * Stop an export, or remove its file before its time
         * @description Needs the permission `contacts.export`.
         */
        delete: operations["deleteExportsByExportId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch the file of an export
         * @description Needs the permission `contacts.export`.
         */
        get: operations["getExportsByExportIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization's own fields of contacts, in their order
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getFields"];
        put?: never;
        /**
         * Make a field
         * @description At most 60 fields. 48 have a column of their own, which filters and sorts use an index of: 20 of text, choice, link, phone and email, 15 of number and money, 8 of date and time, 5 of yes_no; further ones, long_text and choices are filtered without.
         *
         *     Needs the permission `contacts.configure`.
         */
        post: operations["postFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fields/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the organization's own fields are in its register of personal data
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getFieldsCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fields/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the fields into an order
         * @description Needs the permission `contacts.configure`.
         */
        put: operations["putFieldsOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fields/{fieldKey}": {
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
         * Delete a field and its values of all contacts
         * @description Needs the permission `contacts.configure`.
         */
        delete: operations["deleteFieldsByFieldKey"];
        options?: never;
        head?: never;
        /**
         * Change a field; type and currency stay
         * @description Needs the permission `contacts.configure`.
         */
        patch: operations["patchFieldsByFieldKey"];
        trace?: never;
    };
    "/fields/{fieldKey}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a field: its values are kept, but neither shown nor written nor filtered by
         * @description Needs the permission `contacts.configure`.
         */
        post: operations["postFieldsByFieldKeyArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fields/{fieldKey}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring an archived field back with its values
         * @description Needs the permission `contacts.configure`.
         */
        post: operations["postFieldsByFieldKeyUnarchive"];
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
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The imports, newest first
         * @description Needs the permission `contacts.import`.
         */
        get: operations["getImports"];
        put?: never;
        /**
         * Upload a file of contacts, CSV or XLSX
         * @description multipart/form-data with one part `file` of at most 500 MB. Nothing is taken in yet. The file goes 7 days after the last step.
         *
         *     Needs the permission `contacts.import`.
         */
        post: operations["postImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an import is going
         * @description Needs the permission `contacts.import`.
         */
        get: operations["getImportsByImportId"];
        put?: never;
        post?: never;
        /**
         * Remove an import's file and rows; the contacts stay
         * @description Needs the permission `contacts.import`.
         */
        delete: operations["deleteImportsByImportId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a check or an import; contacts that are in stay
         * @description Needs the permission `contacts.import`.
         */
        post: operations["postImportsByImportIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go through the file without writing: how many new, changed, unchanged, wrong
         * @description Works in the background; `GET /imports/{importId}` shows `checked` when it is done. Can be repeated with other settings until the import begins.
         *
         *     Needs the permission `contacts.import`.
         */
        post: operations["postImportsByImportIdCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The first rows of the file, and where its columns seem to go
         * @description Needs the permission `contacts.import`.
         */
        get: operations["getImportsByImportIdPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows that were not taken, and why
         * @description Needs the permission `contacts.import`.
         */
        get: operations["getImportsByImportIdProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/problems/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows that were not taken as CSV, to be corrected and uploaded again
         * @description Needs the permission `contacts.import`.
         */
        get: operations["getImportsByImportIdProblemsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the contacts in, or go on after a cancel or a failure
         * @description Needs the permission `contacts.import`.
         */
        post: operations["postImportsByImportIdRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take away the contacts the import made that nothing happened to since
         * @description Needs the permission `contacts.import`.
         */
        post: operations["postImportsByImportIdUndo"];
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
    "/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists kept by hand, by name
         * @description Needs the permission `segments.read`.
         */
        get: operations["getLists"];
        put?: never;
        /**
         * Make a list
         * @description Needs the permission `segments.write`.
         */
        post: operations["postLists"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{listId}": {
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
         * Delete a list; refused while segments ask about it
         * @description Needs the permission `segments.write`.
         */
        delete: operations["deleteListsByListId"];
        options?: never;
        head?: never;
        /**
         * Rename a list
         * @description Needs the permission `segments.write`.
         */
        patch: operations["patchListsByListId"];
        trace?: never;
    };
    "/lists/{listId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is on a list, newest contacts first
         * @description Needs `contacts.read` too.
         *
         *     Needs the permission `segments.read`.
         */
        get: operations["getListsByListIdContacts"];
        put?: never;
        /**
         * Put contacts on a list or take them off
         * @description Needs the permission `segments.write`.
         */
        post: operations["postListsByListIdContacts"];
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
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
        get: operations["getMeSessions"];
        put?: never;
        post?: never;
        /** End every session but this one */
        delete: operations["deleteMeSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions */
        delete: operations["deleteMeSessionsBySessionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether signing in asks for a second step */
        get: operations["getMeTwoFactor"];
        put?: never;
        /** Begin setting up a second step: a secret for the authenticator app */
        post: operations["postMeTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/two-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch the second step on with the app's first code
         * @description Every other session of the person ends.
         */
        post: operations["postMeTwoFactorConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/two-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten new recovery codes; the old ones stop working */
        post: operations["postMeTwoFactorRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/two-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the second step off */
        post: operations["postMeTwoFactorRemoval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List merges, newest first
         * @description Needs the permission `contacts.merge`.
         */
        get: operations["getMerges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merges/{mergeId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a merge: both contacts as they were, with what came since
         * @description What came in through identities and conversations of the other contact goes back with it; what the team put to the merged contact stays. The last merge into a contact is undone first: else 409 `later_merge`.
         *
         *     Needs the permission `contacts.merge`.
         */
        post: operations["postMergesByMergeIdUndo"];
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
    "/organization/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which roles must sign in with a second step
         * @description Needs the permission `members.read`.
         */
        get: operations["getOrganizationTwoFactor"];
        /**
         * Ask roles to sign in with a second step
         * @description Takes effect at once: who has none yet can do nothing but set it up. Who asks it must have one.
         *
         *     Needs the permission `organization.manage`.
         */
        put: operations["putOrganizationTwoFactor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All pipelines with their stages, in their order
         * @description Needs the permission `sales.read`.
         */
        get: operations["getPipelines"];
        put?: never;
        /**
         * Make a pipeline, with three open stages to begin with
         * @description Needs the permission `pipelines.manage`.
         */
        post: operations["postPipelines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{pipelineId}": {
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
         * Delete an empty pipeline
         * @description Answers 409 `pipeline_in_use` while there are deals in it, and `last_pipeline` where it is the only one.
         *
         *     Needs the permission `pipelines.manage`.
         */
        delete: operations["deletePipelinesByPipelineId"];
        options?: never;
        head?: never;
        /**
         * Rename a pipeline, change its currency or its place
         * @description Needs the permission `pipelines.manage`.
         */
        patch: operations["patchPipelinesByPipelineId"];
        trace?: never;
    };
    "/pipelines/{pipelineId}/stage-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Order the open stages
         * @description Needs the permission `pipelines.manage`.
         */
        put: operations["putPipelinesByPipelineIdStageOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{pipelineId}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an open stage behind the others
         * @description Needs the permission `pipelines.manage`.
         */
        post: operations["postPipelinesByPipelineIdStages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{pipelineId}/stages/{stageId}": {
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
         * Rename a stage, change its colour or probability
         * @description Needs the permission `pipelines.manage`.
         */
        patch: operations["patchPipelinesByPipelineIdStagesByStageId"];
        trace?: never;
    };
    "/pipelines/{pipelineId}/stages/{stageId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an open stage out; its deals go to another
         * @description More than 500 deals follow within seconds. Answers 409 `last_stage` for the only open stage and `deciding_stage` for won and lost.
         *
         *     Needs the permission `pipelines.manage`.
         */
        post: operations["postPipelinesByPipelineIdStagesByStageIdRemoval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/score-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rules the lead score is the sum of, in their order
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getScoreRules"];
        put?: never;
        /**
         * Make a scoring rule; everybody is counted again in the background
         * @description At most 50 rules. What a rule gives one contact is rounded to whole points; points that fade are looked at every quarter of an hour at most.
         *
         *     Needs the permission `contacts.configure`.
         */
        post: operations["postScoreRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/score-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a rule would give a contact now
         * @description Needs the permission `contacts.read`.
         */
        post: operations["postScoreRulesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/score-rules/{ruleId}": {
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
         * Remove a scoring rule and what it gave
         * @description Needs the permission `contacts.configure`.
         */
        delete: operations["deleteScoreRulesByRuleId"];
        options?: never;
        head?: never;
        /**
         * Change a scoring rule
         * @description Needs the permission `contacts.configure`.
         */
        patch: operations["patchScoreRulesByRuleId"];
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
    "/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments by name, with how many are in each
         * @description Needs the permission `segments.read`.
         */
        get: operations["getSegments"];
        put?: never;
        /**
         * Make a segment; it is built in the background
         * @description At most 200 segments, 60 questions and 5 groups inside one another. The answer has `state: building` until its first members are known.
         *
         *     Needs the permission `segments.write`.
         */
        post: operations["postSegments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make segments from exported text: all of them or none
         * @description Needs the permission `segments.write`.
         */
        post: operations["postSegmentsImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count whom a rule would hold of, and show some of them, without saving it
         * @description Exact where that takes no more than 2 s, else estimated from 2000 contacts (`exact: false`). Hanging up ends the work.
         *
         *     Needs the permission `segments.read`.
         */
        post: operations["postSegmentsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export segments as text, with names instead of ids
         * @description Needs the permission `segments.read`.
         */
        get: operations["getSegmentsText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{segmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a segment with its rule and how far it is built
         * @description Needs the permission `segments.read`.
         */
        get: operations["getSegmentsBySegmentId"];
        put?: never;
        post?: never;
        /**
         * Delete a segment for good; refused while other segments ask about it
         * @description Needs the permission `segments.write`.
         */
        delete: operations["deleteSegmentsBySegmentId"];
        options?: never;
        head?: never;
        /**
         * Change a segment; a new rule is built beside the one in force and takes its place
         * @description Needs the permission `segments.write`.
         */
        patch: operations["patchSegmentsBySegmentId"];
        trace?: never;
    };
    "/segments/{segmentId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a segment without anybody in it
         * @description Needs the permission `segments.write`.
         */
        post: operations["postSegmentsBySegmentIdArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{segmentId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List whom a segment holds of, newest contacts first
         * @description Needs `contacts.read` too.
         *
         *     Needs the permission `segments.read`.
         */
        get: operations["getSegmentsBySegmentIdContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{segmentId}/contacts/{contactId}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a contact is in a segment or not, question by question
         * @description Needs `contacts.read` too.
         *
         *     Needs the permission `segments.read`.
         */
        get: operations["getSegmentsBySegmentIdContactsByContactIdExplain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{segmentId}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another segment of the same rule
         * @description Needs the permission `segments.write`.
         */
        post: operations["postSegmentsBySegmentIdCopies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{segmentId}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many came and went, by day
         * @description Needs the permission `segments.read`.
         */
        get: operations["getSegmentsBySegmentIdDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{segmentId}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Build a segment anew from what is true, beside what there is
         * @description Needs the permission `segments.write`.
         */
        post: operations["postSegmentsBySegmentIdRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{segmentId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring an archived segment back; it is built anew
         * @description Needs the permission `segments.write`.
         */
        post: operations["postSegmentsBySegmentIdRestore"];
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
        /**
         * Sign in with e-mail address and password
         * @description Where a second step is set up this refuses with `second_factor_needed` and a `challenge` for POST /sign-in/second-step.
         */
        post: operations["postSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish signing in with the code of the authenticator app, or a recovery code */
        post: operations["postSignInSecondStep"];
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
    "/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stages a contact may be in, in their order
         * @description Needs the permission `contacts.read`.
         */
        get: operations["getStages"];
        put?: never;
        /**
         * Make a stage
         * @description Needs the permission `contacts.configure`.
         */
        post: operations["postStages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stages/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the stages into an order
         * @description Needs the permission `contacts.configure`.
         */
        put: operations["putStagesOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stages/{stageKey}": {
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
         * Take a stage away; the people in it go to another
         * @description They go in the background, each as a change of its own. `lead` cannot be taken away.
         *
         *     Needs the permission `contacts.configure`.
         */
        delete: operations["deleteStagesByStageKey"];
        options?: never;
        head?: never;
        /**
         * Rename or recolour a stage
         * @description Needs the permission `contacts.configure`.
         */
        patch: operations["patchStagesByStageKey"];
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
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks: open, overdue, of today, upcoming or done
         * @description Today is the member's, in their time zone; for an API key the organization's.
         *
         *     Needs the permission `sales.read`.
         */
        get: operations["getTasks"];
        put?: never;
        /**
         * Create a task
         * @description Needs the permission `sales.write`.
         */
        post: operations["postTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many tasks are overdue, of today and upcoming
         * @description Needs the permission `sales.read`.
         */
        get: operations["getTasksCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the member wants reminders by mail, too
         * @description Needs the permission `sales.read`.
         */
        get: operations["getTasksPreferences"];
        /**
         * Choose whether reminders come by mail, too; for signed-in people
         * @description Needs the permission `sales.read`.
         */
        put: operations["putTasksPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the member was reminded of and has not waved away
         * @description Needs the permission `sales.read`.
         */
        get: operations["getTasksReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a task
         * @description Needs the permission `sales.read`.
         */
        get: operations["getTasksByTaskId"];
        put?: never;
        post?: never;
        /**
         * Delete a task
         * @description Needs the permission `sales.write`.
         */
        delete: operations["deleteTasksByTaskId"];
        options?: never;
        head?: never;
        /**
         * Change a task
         * @description Needs the permission `sales.write`.
         */
        patch: operations["patchTasksByTaskId"];
        trace?: never;
    };
    "/tasks/{taskId}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a task as done
         * @description Needs the permission `sales.write`.
         */
        post: operations["postTasksByTaskIdDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{taskId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up a done task again
         * @description Needs the permission `sales.write`.
         */
        post: operations["postTasksByTaskIdReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{taskId}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wave a reminder away; for its assignee
         * @description Needs the permission `sales.read`.
         */
        post: operations["postTasksByTaskIdSeen"];
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
    "/write-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Write keys of websites, newest first
         * @description Needs the permission `events.read`.
         */
        get: operations["getWriteKeys"];
        put?: never;
        /**
         * Make a write key for a website
         * @description The key is public: websites carry it in their pages. It can only add events. At most 50 in use.
         *
         *     Needs the permission `events.manage`.
         */
        post: operations["postWriteKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/write-keys/{writeKeyId}": {
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
         * Revoke a write key: it stops working at once
         * @description Needs the permission `events.manage`.
         */
        delete: operations["deleteWriteKeysByWriteKeyId"];
        options?: never;
        head?: never;
        /**
         * Change a write key's name, origins or privacy choices
         * @description Needs the permission `events.manage`.
         */
        patch: operations["patchWriteKeysByWriteKeyId"];
        trace?: never;
    };
    "/write-keys/{writeKeyId}/signing-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the secret that signs user ids; the audit log notes who asked
         * @description Needs the permission `events.manage`.
         */
        post: operations["postWriteKeysByWriteKeyIdSigningSecret"];
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
        Activity: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "call" | "meeting" | "note";
            body: string;
            minutes: number | null;
            contact: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            company: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            deal: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            conversationId: string | null;
            authorId: string | null;
            authorName: string | null;
            /** Format: date-time */
            at: string;
        };
        ActivityInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "call" | "meeting" | "note";
            body: string;
            minutes: number | null;
            contact: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            company: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            deal: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            conversationId: string | null;
            authorId: string | null;
            authorName: string | null;
            at: unknown;
        };
        /** @description About at least one of contact, company, deal and conversation */
        ActivityRequest: {
            /** @enum {string} */
            kind: "call" | "meeting" | "note";
            body: string;
            /** @description How long it took */
            minutes?: number | null;
            /**
             * Format: date-time
             * @description When it was; now, where it is missing
             */
            at?: string;
            contactId?: string | null;
            companyId?: string | null;
            dealId?: string | null;
            conversationId?: string | null;
        };
        /** @description About at least one of contact, company, deal and conversation */
        ActivityRequestInput: {
            /** @enum {string} */
            kind: "call" | "meeting" | "note";
            body: string;
            /** @description How long it took */
            minutes?: number | null;
            /** @description When it was; now, where it is missing */
            at?: unknown;
            contactId?: string | null;
            companyId?: string | null;
            dealId?: string | null;
            conversationId?: string | null;
        };
        AddressRequest: {
            label?: string;
            lines?: string;
            postalCode?: string | null;
            city?: string | null;
            region?: string | null;
            country?: string | null;
            /** @description true makes it the main one and the others not; the first address is main by itself */
            main?: boolean;
        };
        AddressRequestInput: {
            label?: string;
            lines?: string;
            postalCode?: string | null;
            city?: string | null;
            region?: string | null;
            country?: string | null;
            /** @description true makes it the main one and the others not; the first address is main by itself */
            main?: boolean;
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
        Arrival: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When it arrived
             */
            at: string;
            /** @enum {string} */
            outcome: "accepted" | "refused" | "duplicate" | "dropped";
            /** @description track, page, identify, alias */
            kind: string;
            name: string;
            keyId: string | null;
            bot: boolean;
            contactId: string | null;
            visitorId: string | null;
            /** @description Of a refused one, what is wrong */
            field: string | null;
            /** @description Why it was not taken */
            reason: string | null;
            /** @description Personal properties you may not see */
            hidden: string[];
            /** @description Accepted ones as they are kept, others as they were sent (shortened to 4,000 characters) */
            raw: unknown;
        };
        ArrivalInput: {
            /** Format: uuid */
            id: string;
            /** @description When it arrived */
            at: unknown;
            /** @enum {string} */
            outcome: "accepted" | "refused" | "duplicate" | "dropped";
            /** @description track, page, identify, alias */
            kind: string;
            name: string;
            keyId: string | null;
            bot: boolean;
            contactId: string | null;
            visitorId: string | null;
            /** @description Of a refused one, what is wrong */
            field: string | null;
            /** @description Why it was not taken */
            reason: string | null;
            /** @description Personal properties you may not see */
            hidden: string[];
            /** @description Accepted ones as they are kept, others as they were sent (shortened to 4,000 characters) */
            raw: unknown;
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
        BulkAction: {
            /** @constant */
            kind: "add_tags";
            tagIds: string[];
        } | {
            /** @constant */
            kind: "remove_tags";
            tagIds: string[];
        } | {
            /** @constant */
            kind: "set_field";
            /** @description company, language, country, time_zone, or fields.<key> */
            field: string;
            /** @description As in PATCH /contacts; null empties */
            value: unknown;
        } | {
            /** @constant */
            kind: "set_stage";
            stage: string;
        } | {
            /** @constant */
            kind: "set_owner";
            ownerId: string | null;
        } | {
            /** @constant */
            kind: "erase";
            /** @description How many people you expect to erase; another number of matches is refused */
            confirm: number;
        };
        BulkActionInput: {
            /** @constant */
            kind: "add_tags";
            tagIds: string[];
        } | {
            /** @constant */
            kind: "remove_tags";
            tagIds: string[];
        } | {
            /** @constant */
            kind: "set_field";
            /** @description company, language, country, time_zone, or fields.<key> */
            field: string;
            /** @description As in PATCH /contacts; null empties */
            value: unknown;
        } | {
            /** @constant */
            kind: "set_stage";
            stage: string;
        } | {
            /** @constant */
            kind: "set_owner";
            ownerId: string | null;
        } | {
            /** @constant */
            kind: "erase";
            /** @description How many people you expect to erase; another number of matches is refused */
            confirm: number;
        };
        /** @description Chosen one by one, at most 10000, or all that match a filter and search at this moment */
        BulkContacts: {
            ids: string[];
        } | {
            filter: components["schemas"]["Condition"][];
            search?: string;
        };
        /** @description Chosen one by one, at most 10000, or all that match a filter and search at this moment */
        BulkContactsInput: {
            ids: string[];
        } | {
            filter: components["schemas"]["ConditionInput"][];
            search?: string;
        };
        BulkJob: {
            /** Format: uuid */
            id: string;
            action: components["schemas"]["BulkAction"];
            /** @description null: chosen one by one */
            filter: components["schemas"]["Condition"][] | null;
            search: string | null;
            /** @enum {string} */
            state: "preparing" | "running" | "done" | "cancelled" | "failed";
            failure: ("count_changed" | "filter_broken") | null;
            /** @description Contacts it is for; while preparing, found so far */
            total: number;
            changed: number;
            /** @description Had it already */
            unchanged: number;
            /** @description Did not match any more when their turn came, or were gone */
            skipped: number;
            problems: number;
            /** @description What was put there can be taken back for seven days */
            undo: {
                /** @enum {string} */
                state: "possible" | "running" | "done" | "impossible";
                until: string | null;
                undone: number;
                /** @description Were changed by somebody since, and left as they are */
                kept: number;
            };
            by: {
                kind: string;
                name: string | null;
            };
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
        };
        BulkJobInput: {
            /** Format: uuid */
            id: string;
            action: components["schemas"]["BulkActionInput"];
            /** @description null: chosen one by one */
            filter: components["schemas"]["ConditionInput"][] | null;
            search: string | null;
            /** @enum {string} */
            state: "preparing" | "running" | "done" | "cancelled" | "failed";
            failure: ("count_changed" | "filter_broken") | null;
            /** @description Contacts it is for; while preparing, found so far */
            total: number;
            changed: number;
            /** @description Had it already */
            unchanged: number;
            /** @description Did not match any more when their turn came, or were gone */
            skipped: number;
            problems: number;
            /** @description What was put there can be taken back for seven days */
            undo: {
                /** @enum {string} */
                state: "possible" | "running" | "done" | "impossible";
                until: unknown | null;
                undone: number;
                /** @description Were changed by somebody since, and left as they are */
                kept: number;
            };
            by: {
                kind: string;
                name: string | null;
            };
            createdAt: unknown;
            finishedAt: unknown | null;
        };
        BulkProblem: {
            /** Format: uuid */
            contactId: string;
            name: string;
            problems: {
                field: string;
                message: string;
                remedy?: string;
            }[];
        };
        BulkProblemInput: {
            /** Format: uuid */
            contactId: string;
            name: string;
            problems: {
                field: string;
                message: string;
                remedy?: string;
            }[];
        };
        BulkRequest: {
            action: components["schemas"]["BulkAction"];
            contacts: components["schemas"]["BulkContacts"];
        };
        BulkRequestInput: {
            action: components["schemas"]["BulkActionInput"];
            contacts: components["schemas"]["BulkContactsInput"];
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
        Company: {
            /** Format: uuid */
            id: string;
            name: string;
            domain: string | null;
            website: string | null;
            phone: string | null;
            industry: string | null;
            size: ("1" | "2-10" | "11-50" | "51-200" | "201-1000" | "1001+") | null;
            address: string | null;
            country: string | null;
            notes: string | null;
            ownerId: string | null;
            /** @description How many contacts belong to it, counted up to 1,000 */
            people: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CompanyChange: {
            /** @description At most 200 characters; accents and case do not make another company */
            name?: string;
            /** @description Such as example.com; a whole address is cut to it */
            domain?: string | null;
            /** @description An address beginning with http:// or https://; without one https:// is put before it */
            website?: string | null;
            /** @description As one writes it; nothing is sent to it */
            phone?: string | null;
            industry?: string | null;
            /** @description How many work there */
            size?: ("1" | "2-10" | "11-50" | "51-200" | "201-1000" | "1001+") | null;
            address?: string | null;
            /** @description Two letters of ISO 3166 */
            country?: string | null;
            notes?: string | null;
            /** @description Which member looks after it */
            ownerId?: string | null;
        };
        CompanyChangeInput: {
            /** @description At most 200 characters; accents and case do not make another company */
            name?: string;
            /** @description Such as example.com; a whole address is cut to it */
            domain?: string | null;
            /** @description An address beginning with http:// or https://; without one https:// is put before it */
            website?: string | null;
            /** @description As one writes it; nothing is sent to it */
            phone?: string | null;
            industry?: string | null;
            /** @description How many work there */
            size?: ("1" | "2-10" | "11-50" | "51-200" | "201-1000" | "1001+") | null;
            address?: string | null;
            /** @description Two letters of ISO 3166 */
            country?: string | null;
            notes?: string | null;
            /** @description Which member looks after it */
            ownerId?: string | null;
        };
        CompanyInput: {
            /** Format: uuid */
            id: string;
            name: string;
            domain: string | null;
            website: string | null;
            phone: string | null;
            industry: string | null;
            size: ("1" | "2-10" | "11-50" | "51-200" | "201-1000" | "1001+") | null;
            address: string | null;
            country: string | null;
            notes: string | null;
            ownerId: string | null;
            /** @description How many contacts belong to it, counted up to 1,000 */
            people: number;
            createdAt: unknown;
            updatedAt: unknown;
        };
        CompanyRequest: {
            /** @description At most 200 characters; accents and case do not make another company */
            name: string;
            /** @description Such as example.com; a whole address is cut to it */
            domain?: string | null;
            /** @description An address beginning with http:// or https://; without one https:// is put before it */
            website?: string | null;
            /** @description As one writes it; nothing is sent to it */
            phone?: string | null;
            industry?: string | null;
            /** @description How many work there */
            size?: ("1" | "2-10" | "11-50" | "51-200" | "201-1000" | "1001+") | null;
            address?: string | null;
            /** @description Two letters of ISO 3166 */
            country?: string | null;
            notes?: string | null;
            /** @description Which member looks after it */
            ownerId?: string | null;
        };
        CompanyRequestInput: {
            /** @description At most 200 characters; accents and case do not make another company */
            name: string;
            /** @description Such as example.com; a whole address is cut to it */
            domain?: string | null;
            /** @description An address beginning with http:// or https://; without one https:// is put before it */
            website?: string | null;
            /** @description As one writes it; nothing is sent to it */
            phone?: string | null;
            industry?: string | null;
            /** @description How many work there */
            size?: ("1" | "2-10" | "11-50" | "51-200" | "201-1000" | "1001+") | null;
            address?: string | null;
            /** @description Two letters of ISO 3166 */
            country?: string | null;
            notes?: string | null;
            /** @description Which member looks after it */
            ownerId?: string | null;
        };
        Condition: {
            /** @constant */
            about: "field";
            /** @description One of name, company, language, country, time_zone, stage (a key), owner (a member id), score, created_at, last_seen_at; or fields.<key> */
            field: string;
            /** @enum {string} */
            op: "is" | "is_not" | "one_of" | "not_one_of" | "contains" | "not_contains" | "starts_with" | "known" | "unknown" | "more_than" | "at_least" | "less_than" | "at_most" | "between" | "before" | "after" | "in_last_days" | "not_in_last_days" | "in_next_days";
            /** @description Text, number (money in minor units), true or false, or an ISO date; a list for one_of and not_one_of, a pair for between; days for in_last_days and its like; nothing for known and unknown */
            value?: (string | number | boolean) | (string | number | boolean)[];
        } | {
            /** @constant */
            about: "tag";
            /** @enum {string} */
            op: "has" | "has_not";
            /** Format: uuid */
            tagId: string;
        } | {
            /** @constant */
            about: "consent";
            /** @enum {string} */
            op: "granted" | "not_granted";
            channel: string;
            purpose: string;
        } | {
            /** @constant */
            about: "reachable";
            /** @enum {string} */
            op: "is" | "is_not";
            /**
             * @description By an identity in use that was not found undeliverable
             * @enum {string}
             */
            by: "whatsapp" | "phone" | "email";
        } | {
            /** @constant */
            about: "conversation";
            /** @enum {string} */
            op: "is" | "is_not";
            /**
             * @description unanswered: open, and the last word is the customer's; any: there is one at all
             * @enum {string}
             */
            state: "open" | "closed" | "unanswered" | "any";
        } | {
            /** @constant */
            about: "segment";
            /** @enum {string} */
            op: "in" | "not_in";
            /** Format: uuid */
            segmentId: string;
        };
        ConditionInput: {
            /** @constant */
            about: "field";
            /** @description One of name, company, language, country, time_zone, stage (a key), owner (a member id), score, created_at, last_seen_at; or fields.<key> */
            field: string;
            /** @enum {string} */
            op: "is" | "is_not" | "one_of" | "not_one_of" | "contains" | "not_contains" | "starts_with" | "known" | "unknown" | "more_than" | "at_least" | "less_than" | "at_most" | "between" | "before" | "after" | "in_last_days" | "not_in_last_days" | "in_next_days";
            /** @description Text, number (money in minor units), true or false, or an ISO date; a list for one_of and not_one_of, a pair for between; days for in_last_days and its like; nothing for known and unknown */
            value?: (string | number | boolean) | (string | number | boolean)[];
        } | {
            /** @constant */
            about: "tag";
            /** @enum {string} */
            op: "has" | "has_not";
            /** Format: uuid */
            tagId: string;
        } | {
            /** @constant */
            about: "consent";
            /** @enum {string} */
            op: "granted" | "not_granted";
            channel: string;
            purpose: string;
        } | {
            /** @constant */
            about: "reachable";
            /** @enum {string} */
            op: "is" | "is_not";
            /**
             * @description By an identity in use that was not found undeliverable
             * @enum {string}
             */
            by: "whatsapp" | "phone" | "email";
        } | {
            /** @constant */
            about: "conversation";
            /** @enum {string} */
            op: "is" | "is_not";
            /**
             * @description unanswered: open, and the last word is the customer's; any: there is one at all
             * @enum {string}
             */
            state: "open" | "closed" | "unanswered" | "any";
        } | {
            /** @constant */
            about: "segment";
            /** @enum {string} */
            op: "in" | "not_in";
            /** Format: uuid */
            segmentId: string;
        };
        Contact: {
            /** Format: uuid */
            id: string;
            /** @description What to call the person: the name, else username, phone or e-mail; never empty */
            name: string;
            /** @description The name of the company they belong to */
            company: string | null;
            companyId: string | null;
            /** @description The key of a stage of GET /stages */
            stage: string;
            /** @description The sum of what the scoring rules give */
            score: number;
            ownerId: string | null;
            tags: components["schemas"]["Tag"][];
            /** @description Values of the organization's own fields by key; what has no value is missing */
            fields: {
                [key: string]: string | number | boolean | string[];
            };
            identities: components["schemas"]["Identity"][];
            /** Format: date-time */
            createdAt: string;
            lastSeenAt: string | null;
            /** @description The name as stored; empty when nobody told it */
            givenName: string;
            language: string | null;
            country: string | null;
            timeZone: string | null;
            /**
             * Format: date-time
             * @description Since when they are in their stage
             */
            stageSince: string;
            addresses: components["schemas"]["ContactAddress"][];
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
        ContactAddress: {
            /** Format: uuid */
            id: string;
            /** @description The team's word for it, such as Home; may be empty */
            label: string;
            /** @description Street and number, and what else stands above the town; lines divided by newlines */
            lines: string;
            postalCode: string | null;
            city: string | null;
            region: string | null;
            /** @description ISO 3166, two letters */
            country: string | null;
            /** @description The one to use where one is enough; one of a contact's addresses always is */
            main: boolean;
        };
        ContactAddressInput: {
            /** Format: uuid */
            id: string;
            /** @description The team's word for it, such as Home; may be empty */
            label: string;
            /** @description Street and number, and what else stands above the town; lines divided by newlines */
            lines: string;
            postalCode: string | null;
            city: string | null;
            region: string | null;
            /** @description ISO 3166, two letters */
            country: string | null;
            /** @description The one to use where one is enough; one of a contact's addresses always is */
            main: boolean;
        };
        ContactChange: {
            name?: string;
            /** @description The name of a company, which is made where there is none; its own spelling is kept */
            company?: string | null;
            /** @description A company there is; stands above `company` */
            companyId?: string | null;
            language?: string | null;
            country?: string | null;
            timeZone?: string | null;
            /** @description The key of a stage of GET /stages; `lead` where nothing is said */
            stage?: string;
            ownerId?: string | null;
            /** @description Values by key of GET /fields, in the form each type has there or as text a person would write; null empties */
            fields?: {
                [key: string]: unknown;
            };
        };
        ContactChangeInput: {
            name?: string;
            /** @description The name of a company, which is made where there is none; its own spelling is kept */
            company?: string | null;
            /** @description A company there is; stands above `company` */
            companyId?: string | null;
            language?: string | null;
            country?: string | null;
            timeZone?: string | null;
            /** @description The key of a stage of GET /stages; `lead` where nothing is said */
            stage?: string;
            ownerId?: string | null;
            /** @description Values by key of GET /fields, in the form each type has there or as text a person would write; null empties */
            fields?: {
                [key: string]: unknown;
            };
        };
        ContactCount: {
            /** @description null: counting took too long */
            count: number | null;
            /** @description There are more than `count` */
            more: boolean;
        };
        ContactCountInput: {
            /** @description null: counting took too long */
            count: number | null;
            /** @description There are more than `count` */
            more: boolean;
        };
        ContactInput: {
            /** Format: uuid */
            id: string;
            /** @description What to call the person: the name, else username, phone or e-mail; never empty */
            name: string;
            /** @description The name of the company they belong to */
            company: string | null;
            companyId: string | null;
            /** @description The key of a stage of GET /stages */
            stage: string;
            /** @description The sum of what the scoring rules give */
            score: number;
            ownerId: string | null;
            tags: components["schemas"]["TagInput"][];
            /** @description Values of the organization's own fields by key; what has no value is missing */
            fields: {
                [key: string]: string | number | boolean | string[];
            };
            identities: components["schemas"]["IdentityInput"][];
            createdAt: unknown;
            lastSeenAt: unknown | null;
            /** @description The name as stored; empty when nobody told it */
            givenName: string;
            language: string | null;
            country: string | null;
            timeZone: string | null;
            /** @description Since when they are in their stage */
            stageSince: unknown;
            addresses: components["schemas"]["ContactAddressInput"][];
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
            /** @description The name of a company, which is made where there is none; its own spelling is kept */
            company?: string | null;
            /** @description A company there is; stands above `company` */
            companyId?: string | null;
            language?: string | null;
            country?: string | null;
            timeZone?: string | null;
            /** @description The key of a stage of GET /stages; `lead` where nothing is said */
            stage?: string;
            ownerId?: string | null;
            /** @description Values by key of GET /fields, in the form each type has there or as text a person would write; null empties */
            fields?: {
                [key: string]: unknown;
            };
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
            /** @description The name of a company, which is made where there is none; its own spelling is kept */
            company?: string | null;
            /** @description A company there is; stands above `company` */
            companyId?: string | null;
            language?: string | null;
            country?: string | null;
            timeZone?: string | null;
            /** @description The key of a stage of GET /stages; `lead` where nothing is said */
            stage?: string;
            ownerId?: string | null;
            /** @description Values by key of GET /fields, in the form each type has there or as text a person would write; null empties */
            fields?: {
                [key: string]: unknown;
            };
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
            /** @description The name of the company they belong to */
            company: string | null;
            companyId: string | null;
            /** @description The key of a stage of GET /stages */
            stage: string;
            /** @description The sum of what the scoring rules give */
            score: number;
            ownerId: string | null;
            tags: components["schemas"]["Tag"][];
            /** @description Values of the organization's own fields by key; what has no value is missing */
            fields: {
                [key: string]: string | number | boolean | string[];
            };
            identities: {
                /** @enum {string} */
                kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email" | "external_id" | "claimed_email" | "claimed_phone";
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
            /** @description The name of the company they belong to */
            company: string | null;
            companyId: string | null;
            /** @description The key of a stage of GET /stages */
            stage: string;
            /** @description The sum of what the scoring rules give */
            score: number;
            ownerId: string | null;
            tags: components["schemas"]["TagInput"][];
            /** @description Values of the organization's own fields by key; what has no value is missing */
            fields: {
                [key: string]: string | number | boolean | string[];
            };
            identities: {
                /** @enum {string} */
                kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email" | "external_id" | "claimed_email" | "claimed_phone";
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
        Deal: {
            /** Format: uuid */
            id: string;
            title: string;
            /** Format: uuid */
            pipelineId: string;
            /** Format: uuid */
            stageId: string;
            /** @enum {string} */
            state: "open" | "won" | "lost";
            /** @description Minor units of the currency */
            value: string;
            currency: string;
            /** @description The deal's own, in percent; null: its stage's */
            probability: number | null;
            /** @description What counts: the deal's own probability, else its stage's */
            chance: number;
            expectedOn: string | null;
            company: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description The first is the main person */
            contacts: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            ownerId: string | null;
            /** @description Why it was won or lost */
            reasonId: string | null;
            reason: {
                key: string | null;
                name: string | null;
            } | null;
            reasonNote: string | null;
            openTasks: number;
            /** @description When the next of its open tasks is due */
            nextTaskAt: string | null;
            /** Format: date-time */
            stageSince: string;
            closedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        DealChange: {
            /** @description What it is about, at most 200 characters; it stays when a person of the deal is erased */
            title?: string;
            /** @description Minor units of the currency: 1250 is 12.50 EUR; at most 10^15 */
            value?: unknown;
            currency?: string;
            /** @description The deal's own, in percent; null: its stage's */
            probability?: number | null;
            expectedOn?: string | null;
            companyId?: string | null;
            /** @description The whole list, the main person first; at most 20 */
            contactIds?: string[];
            ownerId?: string | null;
            /** @description One of GET /deal-reasons of the same kind as the stage */
            reasonId?: string | null;
            reasonNote?: string | null;
        };
        DealChangeInput: {
            /** @description What it is about, at most 200 characters; it stays when a person of the deal is erased */
            title?: string;
            /** @description Minor units of the currency: 1250 is 12.50 EUR; at most 10^15 */
            value?: string | number;
            currency?: string;
            /** @description The deal's own, in percent; null: its stage's */
            probability?: number | null;
            expectedOn?: string | null;
            companyId?: string | null;
            /** @description The whole list, the main person first; at most 20 */
            contactIds?: string[];
            ownerId?: string | null;
            /** @description One of GET /deal-reasons of the same kind as the stage */
            reasonId?: string | null;
            reasonNote?: string | null;
        };
        DealHistory: {
            items: {
                /** Format: uuid */
                id: string;
                from: {
                    /** Format: uuid */
                    id: string;
                    key: string | null;
                    name: string | null;
                    /** @enum {string} */
                    kind: "open" | "won" | "lost";
                    hue: number;
                } | null;
                to: {
                    /** Format: uuid */
                    id: string;
                    key: string | null;
                    name: string | null;
                    /** @enum {string} */
                    kind: "open" | "won" | "lost";
                    hue: number;
                };
                by: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /** Format: date-time */
                at: string;
            }[];
        };
        DealHistoryInput: {
            items: {
                /** Format: uuid */
                id: string;
                from: {
                    /** Format: uuid */
                    id: string;
                    key: string | null;
                    name: string | null;
                    /** @enum {string} */
                    kind: "open" | "won" | "lost";
                    hue: number;
                } | null;
                to: {
                    /** Format: uuid */
                    id: string;
                    key: string | null;
                    name: string | null;
                    /** @enum {string} */
                    kind: "open" | "won" | "lost";
                    hue: number;
                };
                by: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                at: unknown;
            }[];
        };
        DealInput: {
            /** Format: uuid */
            id: string;
            title: string;
            /** Format: uuid */
            pipelineId: string;
            /** Format: uuid */
            stageId: string;
            /** @enum {string} */
            state: "open" | "won" | "lost";
            /** @description Minor units of the currency */
            value: string;
            currency: string;
            /** @description The deal's own, in percent; null: its stage's */
            probability: number | null;
            /** @description What counts: the deal's own probability, else its stage's */
            chance: number;
            expectedOn: string | null;
            company: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description The first is the main person */
            contacts: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            ownerId: string | null;
            /** @description Why it was won or lost */
            reasonId: string | null;
            reason: {
                key: string | null;
                name: string | null;
            } | null;
            reasonNote: string | null;
            openTasks: number;
            /** @description When the next of its open tasks is due */
            nextTaskAt: unknown | null;
            stageSince: unknown;
            closedAt: unknown | null;
            createdAt: unknown;
            updatedAt: unknown;
        };
        DealMove: {
            /** Format: uuid */
            stageId: string;
            /**
             * Format: uuid
             * @description The deal of that stage it comes to stand above; without one it comes to the top
             */
            beforeId?: string;
            /**
             * Format: uuid
             * @description The deal of that stage it comes to stand below
             */
            afterId?: string;
            /**
             * Format: uuid
             * @description Where one saw it: 409 `deal_moved` where somebody has moved it meanwhile
             */
            fromStageId?: string;
            /** @description One of GET /deal-reasons of the same kind as the stage */
            reasonId?: string | null;
            reasonNote?: string | null;
        };
        DealMoveInput: {
            /** Format: uuid */
            stageId: string;
            /**
             * Format: uuid
             * @description The deal of that stage it comes to stand above; without one it comes to the top
             */
            beforeId?: string;
            /**
             * Format: uuid
             * @description The deal of that stage it comes to stand below
             */
            afterId?: string;
            /**
             * Format: uuid
             * @description Where one saw it: 409 `deal_moved` where somebody has moved it meanwhile
             */
            fromStageId?: string;
            /** @description One of GET /deal-reasons of the same kind as the stage */
            reasonId?: string | null;
            reasonNote?: string | null;
        };
        DealReason: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "won" | "lost";
            key: string | null;
            name: string | null;
        };
        DealReasonInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "won" | "lost";
            key: string | null;
            name: string | null;
        };
        /** @description Without a pipeline the first one, without a stage its first, without an owner whoever asks, without a company that of the main person */
        DealRequest: {
            /** @description What it is about, at most 200 characters; it stays when a person of the deal is erased */
            title: string;
            /** @description Minor units of the currency: 1250 is 12.50 EUR; at most 10^15 */
            value?: unknown;
            currency?: string;
            /** @description The deal's own, in percent; null: its stage's */
            probability?: number | null;
            expectedOn?: string | null;
            companyId?: string | null;
            /** @description The whole list, the main person first; at most 20 */
            contactIds?: string[];
            ownerId?: string | null;
            /** @description One of GET /deal-reasons of the same kind as the stage */
            reasonId?: string | null;
            reasonNote?: string | null;
            /** Format: uuid */
            pipelineId?: string;
            /** Format: uuid */
            stageId?: string;
        };
        /** @description Without a pipeline the first one, without a stage its first, without an owner whoever asks, without a company that of the main person */
        DealRequestInput: {
            /** @description What it is about, at most 200 characters; it stays when a person of the deal is erased */
            title: string;
            /** @description Minor units of the currency: 1250 is 12.50 EUR; at most 10^15 */
            value?: string | number;
            currency?: string;
            /** @description The deal's own, in percent; null: its stage's */
            probability?: number | null;
            expectedOn?: string | null;
            companyId?: string | null;
            /** @description The whole list, the main person first; at most 20 */
            contactIds?: string[];
            ownerId?: string | null;
            /** @description One of GET /deal-reasons of the same kind as the stage */
            reasonId?: string | null;
            reasonNote?: string | null;
            /** Format: uuid */
            pipelineId?: string;
            /** Format: uuid */
            stageId?: string;
        };
        DealStage: {
            /** Format: uuid */
            id: string;
            /** @description Which of the stages we bring it is; told in the reader's language while it has no name of its own */
            key: string | null;
            name: string | null;
            /** @enum {string} */
            kind: "open" | "won" | "lost";
            /** @description How likely a deal in it is won: 100 in the won stage, 0 in the lost one */
            probability: number;
            /** @description One of six colours */
            hue: number;
        };
        DealStageInput: {
            /** Format: uuid */
            id: string;
            /** @description Which of the stages we bring it is; told in the reader's language while it has no name of its own */
            key: string | null;
            name: string | null;
            /** @enum {string} */
            kind: "open" | "won" | "lost";
            /** @description How likely a deal in it is won: 100 in the won stage, 0 in the lost one */
            probability: number;
            /** @description One of six colours */
            hue: number;
        };
        DealTotals: {
            items: {
                /** Format: uuid */
                stageId: string;
                currency: string;
                deals: number;
                /** @description Minor units */
                value: string;
                /** @description Minor units, each deal by its chance, the sum rounded */
                weighted: string;
            }[];
        };
        DealTotalsInput: {
            items: {
                /** Format: uuid */
                stageId: string;
                currency: string;
                deals: number;
                /** @description Minor units */
                value: string;
                /** @description Minor units, each deal by its chance, the sum rounded */
                weighted: string;
            }[];
        };
        Duplicate: {
            contact: components["schemas"]["ContactSummary"];
            other: components["schemas"]["ContactSummary"];
            /** @description 0 to 100: how likely the two are one person */
            score: number;
            /** @description What the two share, the strongest first */
            reasons: ("seen_together" | "same_phone" | "same_email" | "same_user_id" | "claimed_phone" | "claimed_email" | "name_and_company" | "name_and_address" | "name_and_digits" | "name_and_domain" | "name_and_birthday" | "last_digits")[];
            /** Format: date-time */
            foundAt: string;
            dismissedAt: string | null;
            dismissedBy: string | null;
        };
        /** @description Counted up to 1,000 */
        DuplicateCounts: {
            strong: number;
            weak: number;
            dismissed: number;
        };
        /** @description Counted up to 1,000 */
        DuplicateCountsInput: {
            strong: number;
            weak: number;
            dismissed: number;
        };
        DuplicateInput: {
            contact: components["schemas"]["ContactSummaryInput"];
            other: components["schemas"]["ContactSummaryInput"];
            /** @description 0 to 100: how likely the two are one person */
            score: number;
            /** @description What the two share, the strongest first */
            reasons: ("seen_together" | "same_phone" | "same_email" | "same_user_id" | "claimed_phone" | "claimed_email" | "name_and_company" | "name_and_address" | "name_and_digits" | "name_and_domain" | "name_and_birthday" | "last_digits")[];
            foundAt: unknown;
            dismissedAt: unknown | null;
            dismissedBy: string | null;
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
        EventMessage: {
            /** @enum {string} */
            type: "track" | "page" | "identify" | "alias";
            /** @description The name of what happened; of track only */
            event?: string;
            /** @description The page's name; of page only */
            name?: string;
            /** @description Makes it this one and no other: sent again within 30 days it is a duplicate */
            messageId?: string;
            /** @description The browser's own id. A browser always says it */
            anonymousId?: string;
            /** @description Your id of the person */
            userId?: string;
            /** @description The id used before; of alias only */
            previousId?: string;
            /** @description HMAC-SHA256 of userId with the write key's signing secret, in hexadecimal: proves from a browser who it is */
            userHash?: string;
            /** @description Of track and page: at most 250, nested at most 8 deep */
            properties?: {
                [key: string]: unknown;
            };
            /** @description Of identify: name, email, phone, company, and your own fields by their keys */
            traits?: {
                [key: string]: unknown;
            };
            /** @description When it happened; corrected by sentAt, never in the future */
            timestamp?: string;
            /** @description When it was sent, by the sender's clock */
            sentAt?: string;
            /** @description page, campaign, locale, timezone, screen, library; of a server also ip and userAgent */
            context?: {
                [key: string]: unknown;
            };
        };
        EventMessageInput: {
            /** @enum {string} */
            type: "track" | "page" | "identify" | "alias";
            /** @description The name of what happened; of track only */
            event?: string;
            /** @description The page's name; of page only */
            name?: string;
            /** @description Makes it this one and no other: sent again within 30 days it is a duplicate */
            messageId?: string;
            /** @description The browser's own id. A browser always says it */
            anonymousId?: string;
            /** @description Your id of the person */
            userId?: string;
            /** @description The id used before; of alias only */
            previousId?: string;
            /** @description HMAC-SHA256 of userId with the write key's signing secret, in hexadecimal: proves from a browser who it is */
            userHash?: string;
            /** @description Of track and page: at most 250, nested at most 8 deep */
            properties?: {
                [key: string]: unknown;
            };
            /** @description Of identify: name, email, phone, company, and your own fields by their keys */
            traits?: {
                [key: string]: unknown;
            };
            /** @description When it happened; corrected by sentAt, never in the future */
            timestamp?: string;
            /** @description When it was sent, by the sender's clock */
            sentAt?: string;
            /** @description page, campaign, locale, timezone, screen, library; of a server also ip and userAgent */
            context?: {
                [key: string]: unknown;
            };
        };
        EventMessages: {
            /** @enum {string} */
            type: "track" | "page" | "identify" | "alias";
            /** @description The name of what happened; of track only */
            event?: string;
            /** @description The page's name; of page only */
            name?: string;
            /** @description Makes it this one and no other: sent again within 30 days it is a duplicate */
            messageId?: string;
            /** @description The browser's own id. A browser always says it */
            anonymousId?: string;
            /** @description Your id of the person */
            userId?: string;
            /** @description The id used before; of alias only */
            previousId?: string;
            /** @description HMAC-SHA256 of userId with the write key's signing secret, in hexadecimal: proves from a browser who it is */
            userHash?: string;
            /** @description Of track and page: at most 250, nested at most 8 deep */
            properties?: {
                [key: string]: unknown;
            };
            /** @description Of identify: name, email, phone, company, and your own fields by their keys */
            traits?: {
                [key: string]: unknown;
            };
            /** @description When it happened; corrected by sentAt, never in the future */
            timestamp?: string;
            /** @description When it was sent, by the sender's clock */
            sentAt?: string;
            /** @description page, campaign, locale, timezone, screen, library; of a server also ip and userAgent */
            context?: {
                [key: string]: unknown;
            };
            writeKey?: string;
        } | {
            batch: components["schemas"]["EventMessage"][];
            /** @description ISO 8601 with its zone, or milliseconds since 1970 */
            sentAt?: string;
            writeKey?: string;
        };
        EventMessagesInput: {
            /** @enum {string} */
            type: "track" | "page" | "identify" | "alias";
            /** @description The name of what happened; of track only */
            event?: string;
            /** @description The page's name; of page only */
            name?: string;
            /** @description Makes it this one and no other: sent again within 30 days it is a duplicate */
            messageId?: string;
            /** @description The browser's own id. A browser always says it */
            anonymousId?: string;
            /** @description Your id of the person */
            userId?: string;
            /** @description The id used before; of alias only */
            previousId?: string;
            /** @description HMAC-SHA256 of userId with the write key's signing secret, in hexadecimal: proves from a browser who it is */
            userHash?: string;
            /** @description Of track and page: at most 250, nested at most 8 deep */
            properties?: {
                [key: string]: unknown;
            };
            /** @description Of identify: name, email, phone, company, and your own fields by their keys */
            traits?: {
                [key: string]: unknown;
            };
            /** @description When it happened; corrected by sentAt, never in the future */
            timestamp?: string;
            /** @description When it was sent, by the sender's clock */
            sentAt?: string;
            /** @description page, campaign, locale, timezone, screen, library; of a server also ip and userAgent */
            context?: {
                [key: string]: unknown;
            };
            writeKey?: string;
        } | {
            batch: components["schemas"]["EventMessageInput"][];
            /** @description ISO 8601 with its zone, or milliseconds since 1970 */
            sentAt?: string;
            writeKey?: string;
        };
        EventName: {
            name: string;
            /** @description Without known bots */
            received: number;
            /** @description From known bots and driven browsers */
            bots: number;
            /** @description Refused under this name */
            refused: number;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            blocked: boolean;
            /** @description What it is called on arrival */
            renamedTo: string | null;
            /** @description Null: as long as the account */
            keepDays: number | null;
            /** @description The last 30 days that had any, by day of arrival in UTC */
            days: {
                /** Format: date */
                day: string;
                /** @description Without known bots */
                people: number;
                bots: number;
            }[];
            /** @description Properties that came as more than one type */
            conflicts: number;
        };
        EventNameChange: {
            name: string;
            /** @description Refused from now on */
            blocked?: boolean;
            /** @description Arriving events get this name; those that are here keep theirs */
            renamedTo?: string | null;
            /** @description Older events of this name are deleted each night */
            keepDays?: number | null;
        };
        EventNameChangeInput: {
            name: string;
            /** @description Refused from now on */
            blocked?: boolean;
            /** @description Arriving events get this name; those that are here keep theirs */
            renamedTo?: string | null;
            /** @description Older events of this name are deleted each night */
            keepDays?: number | null;
        };
        EventNameDetail: {
            name: string;
            /** @description Without known bots */
            received: number;
            /** @description From known bots and driven browsers */
            bots: number;
            /** @description Refused under this name */
            refused: number;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            blocked: boolean;
            /** @description What it is called on arrival */
            renamedTo: string | null;
            /** @description Null: as long as the account */
            keepDays: number | null;
            /** @description The last 30 days that had any, by day of arrival in UTC */
            days: {
                /** Format: date */
                day: string;
                /** @description Without known bots */
                people: number;
                bots: number;
            }[];
            /** @description Properties that came as more than one type */
            conflicts: number;
            properties: components["schemas"]["EventProperty"][];
        };
        EventNameDetailInput: {
            name: string;
            /** @description Without known bots */
            received: number;
            /** @description From known bots and driven browsers */
            bots: number;
            /** @description Refused under this name */
            refused: number;
            firstSeenAt: unknown;
            lastSeenAt: unknown;
            blocked: boolean;
            /** @description What it is called on arrival */
            renamedTo: string | null;
            /** @description Null: as long as the account */
            keepDays: number | null;
            /** @description The last 30 days that had any, by day of arrival in UTC */
            days: {
                /** Format: date */
                day: string;
                /** @description Without known bots */
                people: number;
                bots: number;
            }[];
            /** @description Properties that came as more than one type */
            conflicts: number;
            properties: components["schemas"]["EventPropertyInput"][];
        };
        EventNameInput: {
            name: string;
            /** @description Without known bots */
            received: number;
            /** @description From known bots and driven browsers */
            bots: number;
            /** @description Refused under this name */
            refused: number;
            firstSeenAt: unknown;
            lastSeenAt: unknown;
            blocked: boolean;
            /** @description What it is called on arrival */
            renamedTo: string | null;
            /** @description Null: as long as the account */
            keepDays: number | null;
            /** @description The last 30 days that had any, by day of arrival in UTC */
            days: {
                /** Format: date */
                day: string;
                /** @description Without known bots */
                people: number;
                bots: number;
            }[];
            /** @description Properties that came as more than one type */
            conflicts: number;
        };
        EventProperty: {
            property: string;
            /** @description How often it came as text, number, flag, date, list, object, nothing */
            types: {
                [key: string]: number;
            };
            /** @description Came as more than one type */
            conflict: boolean;
            /**
             * @description personal: shown only to members with `events.personal`, left out of exports; dropped: not kept
             * @enum {string}
             */
            handling: "plain" | "personal" | "dropped";
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
        };
        EventPropertyChange: {
            name: string;
            property: string;
            /** @enum {string} */
            handling: "plain" | "personal" | "dropped";
        };
        EventPropertyChangeInput: {
            name: string;
            property: string;
            /** @enum {string} */
            handling: "plain" | "personal" | "dropped";
        };
        EventPropertyInput: {
            property: string;
            /** @description How often it came as text, number, flag, date, list, object, nothing */
            types: {
                [key: string]: number;
            };
            /** @description Came as more than one type */
            conflict: boolean;
            /**
             * @description personal: shown only to members with `events.personal`, left out of exports; dropped: not kept
             * @enum {string}
             */
            handling: "plain" | "personal" | "dropped";
            firstSeenAt: unknown;
            lastSeenAt: unknown;
        };
        EventVerdicts: {
            accepted: number;
            duplicate: number;
            /** @description Not taken because of a choice of the visitor's (GPC) or of yours */
            dropped: number;
            refused: number;
            /** @description One for each message, in their order */
            results: {
                /** @enum {string} */
                status: "accepted" | "duplicate" | "dropped" | "refused";
                reason?: string;
                field?: string;
                code?: string;
                message?: string;
            }[];
        };
        EventVerdictsInput: {
            accepted: number;
            duplicate: number;
            /** @description Not taken because of a choice of the visitor's (GPC) or of yours */
            dropped: number;
            refused: number;
            /** @description One for each message, in their order */
            results: {
                /** @enum {string} */
                status: "accepted" | "duplicate" | "dropped" | "refused";
                reason?: string;
                field?: string;
                code?: string;
                message?: string;
            }[];
        };
        EventWindow: {
            /** @constant */
            kind: "ever";
        } | {
            /** @constant */
            kind: "last";
            amount: number;
            /** @enum {string} */
            unit: "minutes" | "hours" | "days";
        } | {
            /** @constant */
            kind: "between";
            from: string | null;
            to: string | null;
        };
        EventWindowInput: {
            /** @constant */
            kind: "ever";
        } | {
            /** @constant */
            kind: "last";
            amount: number;
            /** @enum {string} */
            unit: "minutes" | "hours" | "days";
        } | {
            /** @constant */
            kind: "between";
            from: string | null;
            to: string | null;
        };
        Export: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled" | "expired";
            /** @enum {string} */
            format: "csv" | "xlsx" | "jsonl";
            fileName: string;
            /** @description Contacts written so far */
            rows: number;
            /** @description How many there were to write at the beginning; null where counting took too long */
            total: number | null;
            fileSize: number | null;
            failure: {
                code: string;
                message: string;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            /** @description When the file goes */
            expiresAt: string | null;
        };
        ExportInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled" | "expired";
            /** @enum {string} */
            format: "csv" | "xlsx" | "jsonl";
            fileName: string;
            /** @description Contacts written so far */
            rows: number;
            /** @description How many there were to write at the beginning; null where counting took too long */
            total: number | null;
            fileSize: number | null;
            failure: {
                code: string;
                message: string;
            } | null;
            createdBy: string;
            createdAt: unknown;
            finishedAt: unknown | null;
            /** @description When the file goes */
            expiresAt: unknown | null;
        };
        ExportRequest: {
            /** @enum {string} */
            format: "csv" | "xlsx" | "jsonl";
            /**
             * @description All of them must hold, as in the list of contacts
             * @default []
             */
            filter: components["schemas"]["Condition"][];
            /** @description As in the list of contacts */
            search?: string;
            /** @description Only these, of those who match */
            contactIds?: string[];
            /** @description In their order; missing: all, and the organization's own fields behind them. JSON lines always have everything */
            columns?: (("id" | "name" | "company" | "phone" | "email" | "language" | "country" | "time_zone" | "stage" | "owner" | "score" | "tags" | "created_at" | "last_seen_at") | string)[];
            /**
             * @description Of CSV: begins with the mark by which Excel knows UTF-8
             * @default true
             */
            byteOrderMark: boolean;
        };
        ExportRequestInput: {
            /** @enum {string} */
            format: "csv" | "xlsx" | "jsonl";
            /**
             * @description All of them must hold, as in the list of contacts
             * @default []
             */
            filter: components["schemas"]["ConditionInput"][];
            /** @description As in the list of contacts */
            search?: string;
            /** @description Only these, of those who match */
            contactIds?: string[];
            /** @description In their order; missing: all, and the organization's own fields behind them. JSON lines always have everything */
            columns?: (("id" | "name" | "company" | "phone" | "email" | "language" | "country" | "time_zone" | "stage" | "owner" | "score" | "tags" | "created_at" | "last_seen_at") | string)[];
            /**
             * @description Of CSV: begins with the mark by which Excel knows UTF-8
             * @default true
             */
            byteOrderMark: boolean;
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
        Field: {
            /** @description How values and conditions name it (`fields.<key>`); never changes */
            key: string;
            name: string;
            help: string | null;
            /** @enum {string} */
            type: "text" | "long_text" | "number" | "money" | "date" | "time" | "yes_no" | "choice" | "choices" | "link" | "phone" | "email";
            /** @description A contact made by hand, by the API or by an import must have it; one who writes on a channel need not */
            required: boolean;
            /** @description What a new contact gets where nothing else is given */
            default: (string | number | boolean | string[]) | null;
            options: components["schemas"]["FieldOption"][];
            /** @description ISO 4217, of money */
            currency: string | null;
            /**
             * @description What its values are in the data register
             * @enum {string}
             */
            category: "user" | "user.name" | "user.contact" | "user.contact.address" | "user.demographic" | "user.workplace" | "user.behavior" | "user.location" | "user.financial" | "user.health_and_medical" | "user.government_id" | "user.content.private" | "user.unique_id";
            archived: boolean;
            /**
             * @description fast: has a column of its own, which an index can serve; slow: lists, long texts and overflow
             * @enum {string}
             */
            filterable: "fast" | "slow";
        };
        FieldChange: {
            name?: string;
            help?: string | null;
            required?: boolean;
            default?: (string | number | boolean | string[]) | null;
            /** @description Of choice and choices, in their order, at most 200. One left out is archived: who has it keeps it */
            options?: {
                key?: string;
                name: string;
                hue?: number;
            }[];
            /** @enum {string} */
            category?: "user" | "user.name" | "user.contact" | "user.contact.address" | "user.demographic" | "user.workplace" | "user.behavior" | "user.location" | "user.financial" | "user.health_and_medical" | "user.government_id" | "user.content.private" | "user.unique_id";
        };
        FieldChangeInput: {
            name?: string;
            help?: string | null;
            required?: boolean;
            default?: (string | number | boolean | string[]) | null;
            /** @description Of choice and choices, in their order, at most 200. One left out is archived: who has it keeps it */
            options?: {
                key?: string;
                name: string;
                hue?: number;
            }[];
            /** @enum {string} */
            category?: "user" | "user.name" | "user.contact" | "user.contact.address" | "user.demographic" | "user.workplace" | "user.behavior" | "user.location" | "user.financial" | "user.health_and_medical" | "user.government_id" | "user.content.private" | "user.unique_id";
        };
        FieldInput: {
            /** @description How values and conditions name it (`fields.<key>`); never changes */
            key: string;
            name: string;
            help: string | null;
            /** @enum {string} */
            type: "text" | "long_text" | "number" | "money" | "date" | "time" | "yes_no" | "choice" | "choices" | "link" | "phone" | "email";
            /** @description A contact made by hand, by the API or by an import must have it; one who writes on a channel need not */
            required: boolean;
            /** @description What a new contact gets where nothing else is given */
            default: (string | number | boolean | string[]) | null;
            options: components["schemas"]["FieldOptionInput"][];
            /** @description ISO 4217, of money */
            currency: string | null;
            /**
             * @description What its values are in the data register
             * @enum {string}
             */
            category: "user" | "user.name" | "user.contact" | "user.contact.address" | "user.demographic" | "user.workplace" | "user.behavior" | "user.location" | "user.financial" | "user.health_and_medical" | "user.government_id" | "user.content.private" | "user.unique_id";
            archived: boolean;
            /**
             * @description fast: has a column of its own, which an index can serve; slow: lists, long texts and overflow
             * @enum {string}
             */
            filterable: "fast" | "slow";
        };
        FieldOption: {
            key: string;
            name: string;
            hue: number;
            /** @description No longer offered; contacts who have it keep it */
            archived: boolean;
        };
        FieldOptionInput: {
            key: string;
            name: string;
            hue: number;
            /** @description No longer offered; contacts who have it keep it */
            archived: boolean;
        };
        FieldRequest: {
            name: string;
            help?: string | null;
            required?: boolean;
            default?: (string | number | boolean | string[]) | null;
            /** @description Of choice and choices, in their order, at most 200. One left out is archived: who has it keeps it */
            options?: {
                key?: string;
                name: string;
                hue?: number;
            }[];
            /** @enum {string} */
            category: "user" | "user.name" | "user.contact" | "user.contact.address" | "user.demographic" | "user.workplace" | "user.behavior" | "user.location" | "user.financial" | "user.health_and_medical" | "user.government_id" | "user.content.private" | "user.unique_id";
            /** @description Made from the name where missing */
            key?: string;
            /** @enum {string} */
            type: "text" | "long_text" | "number" | "money" | "date" | "time" | "yes_no" | "choice" | "choices" | "link" | "phone" | "email";
            /** @description ISO 4217; money needs it */
            currency?: string;
        };
        FieldRequestInput: {
            name: string;
            help?: string | null;
            required?: boolean;
            default?: (string | number | boolean | string[]) | null;
            /** @description Of choice and choices, in their order, at most 200. One left out is archived: who has it keeps it */
            options?: {
                key?: string;
                name: string;
                hue?: number;
            }[];
            /** @enum {string} */
            category: "user" | "user.name" | "user.contact" | "user.contact.address" | "user.demographic" | "user.workplace" | "user.behavior" | "user.location" | "user.financial" | "user.health_and_medical" | "user.government_id" | "user.content.private" | "user.unique_id";
            /** @description Made from the name where missing */
            key?: string;
            /** @enum {string} */
            type: "text" | "long_text" | "number" | "money" | "date" | "time" | "yes_no" | "choice" | "choices" | "link" | "phone" | "email";
            /** @description ISO 4217; money needs it */
            currency?: string;
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
            kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email" | "external_id" | "claimed_email" | "claimed_phone";
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
            /** @description How we know it: whatsapp (they wrote), member or api_key (somebody wrote it down), import, events */
            learnedFrom: string | null;
            /** @description The identity it took the place of, when the person changed their number or id */
            replacesId: string | null;
            /** @description The contact it belonged to before a merge */
            mergedFromId: string | null;
        };
        IdentityInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email" | "external_id" | "claimed_email" | "claimed_phone";
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
            /** @description How we know it: whatsapp (they wrote), member or api_key (somebody wrote it down), import, events */
            learnedFrom: string | null;
            /** @description The identity it took the place of, when the person changed their number or id */
            replacesId: string | null;
            /** @description The contact it belonged to before a merge */
            mergedFromId: string | null;
        };
        Import: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "uploaded" | "checking" | "checked" | "running" | "done" | "cancelled" | "failed";
            fileName: string;
            fileSize: number;
            /** @enum {string} */
            format: "csv" | "xlsx";
            reading: components["schemas"]["ImportReading"];
            settings: components["schemas"]["ImportSettings"] | null;
            /** @description What the dry run counted */
            checked: components["schemas"]["ImportCounts"] | null;
            /** @description What became of the rows so far */
            counts: components["schemas"]["ImportCounts"] | null;
            /** @description How much of the step under way is done, 0 to 1 */
            progress: number;
            failure: {
                code: string;
                message: string;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            undoneAt: string | null;
            /** @description Until when it can be undone; null where it cannot */
            undoUntil: string | null;
            /** @description When the file and its rows were removed; what was counted stays */
            emptiedAt: string | null;
        };
        ImportCounts: {
            /** @description Rows with something in them, without the head */
            rows: number;
            created: number;
            changed: number;
            unchanged: number;
            /** @description Left out as the settings say */
            skipped: number;
            wrong: number;
            /** @description The same person as an earlier row of the file */
            duplicate: number;
            /** @description Rows whose consent or withdrawal goes into the ledger */
            consents: number;
            /** @description Rows that say yes to messages but lack proof, source or date: taken in without consent */
            unproven: number;
        };
        ImportCountsInput: {
            /** @description Rows with something in them, without the head */
            rows: number;
            created: number;
            changed: number;
            unchanged: number;
            /** @description Left out as the settings say */
            skipped: number;
            wrong: number;
            /** @description The same person as an earlier row of the file */
            duplicate: number;
            /** @description Rows whose consent or withdrawal goes into the ledger */
            consents: number;
            /** @description Rows that say yes to messages but lack proof, source or date: taken in without consent */
            unproven: number;
        };
        ImportInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "uploaded" | "checking" | "checked" | "running" | "done" | "cancelled" | "failed";
            fileName: string;
            fileSize: number;
            /** @enum {string} */
            format: "csv" | "xlsx";
            reading: components["schemas"]["ImportReadingInput"];
            settings: components["schemas"]["ImportSettingsInput"] | null;
            /** @description What the dry run counted */
            checked: components["schemas"]["ImportCountsInput"] | null;
            /** @description What became of the rows so far */
            counts: components["schemas"]["ImportCountsInput"] | null;
            /** @description How much of the step under way is done, 0 to 1 */
            progress: number;
            failure: {
                code: string;
                message: string;
            } | null;
            createdBy: string;
            createdAt: unknown;
            finishedAt: unknown | null;
            undoneAt: unknown | null;
            /** @description Until when it can be undone; null where it cannot */
            undoUntil: unknown | null;
            /** @description When the file and its rows were removed; what was counted stays */
            emptiedAt: unknown | null;
        };
        ImportPreview: {
            reading: components["schemas"]["ImportReading"];
            /** @description Of a workbook, in their order */
            sheets: string[];
            columns: {
                column: number;
                /** @description As in the head; a second one of the same name gets a number, a nameless one its letter */
                name: string;
                /** @description Up to three different values */
                samples: string[];
                guess: (("id" | "name" | "first_name" | "last_name" | "company" | "language" | "country" | "time_zone" | "stage" | "owner" | "phone" | "email" | "tags" | "consent" | "consent_proof" | "consent_source" | "consent_date") | string) | null;
            }[];
            rows: {
                /** @description As the spreadsheet counts them */
                row: number;
                cells: string[];
            }[];
        };
        ImportPreviewInput: {
            reading: components["schemas"]["ImportReadingInput"];
            /** @description Of a workbook, in their order */
            sheets: string[];
            columns: {
                column: number;
                /** @description As in the head; a second one of the same name gets a number, a nameless one its letter */
                name: string;
                /** @description Up to three different values */
                samples: string[];
                guess: (("id" | "name" | "first_name" | "last_name" | "company" | "language" | "country" | "time_zone" | "stage" | "owner" | "phone" | "email" | "tags" | "consent" | "consent_proof" | "consent_source" | "consent_date") | string) | null;
            }[];
            rows: {
                /** @description As the spreadsheet counts them */
                row: number;
                cells: string[];
            }[];
        };
        ImportProblem: {
            row: number;
            /** @enum {string} */
            kind: "wrong" | "duplicate";
            reasons: {
                column: string | null;
                message: string;
                remedy: string | null;
            }[];
            cells: string[];
        };
        ImportProblemInput: {
            row: number;
            /** @enum {string} */
            kind: "wrong" | "duplicate";
            reasons: {
                column: string | null;
                message: string;
                remedy: string | null;
            }[];
            cells: string[];
        };
        ImportReading: {
            /**
             * @description Of a text file; ignored for .xlsx
             * @enum {string}
             */
            encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1250" | "windows-1251" | "windows-1254" | "windows-1256" | "iso-8859-15" | "macintosh";
            /**
             * @description What divides the cells of a text file
             * @enum {string}
             */
            delimiter: "," | ";" | "\t" | "|";
            /** @description Which sheet of a workbook; empty for a text file */
            sheet: string;
            /** @description The row with the names of the columns, from 1; 0: there is none */
            headerRow: number;
        };
        ImportReadingInput: {
            /**
             * @description Of a text file; ignored for .xlsx
             * @enum {string}
             */
            encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1250" | "windows-1251" | "windows-1254" | "windows-1256" | "iso-8859-15" | "macintosh";
            /**
             * @description What divides the cells of a text file
             * @enum {string}
             */
            delimiter: "," | ";" | "\t" | "|";
            /** @description Which sheet of a workbook; empty for a text file */
            sheet: string;
            /** @description The row with the names of the columns, from 1; 0: there is none */
            headerRow: number;
        };
        ImportSettings: {
            /**
             * @description What differs from how the file was guessed to be written
             * @default {}
             */
            reading: {
                /**
                 * @description Of a text file; ignored for .xlsx
                 * @enum {string}
                 */
                encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1250" | "windows-1251" | "windows-1254" | "windows-1256" | "iso-8859-15" | "macintosh";
                /**
                 * @description What divides the cells of a text file
                 * @enum {string}
                 */
                delimiter?: "," | ";" | "\t" | "|";
                /** @description Which sheet of a workbook; empty for a text file */
                sheet?: string;
                /** @description The row with the names of the columns, from 1; 0: there is none */
                headerRow?: number;
            };
            /** @description Which column goes where; a column not named is left out. phone, email and tags may be named several times */
            columns: {
                /** @description From 0 */
                column: number;
                to: ("id" | "name" | "first_name" | "last_name" | "company" | "language" | "country" | "time_zone" | "stage" | "owner" | "phone" | "email" | "tags" | "consent" | "consent_proof" | "consent_source" | "consent_date") | string;
            }[];
            /** @description What a contact is recognised by; of several, all that a row has must lead to the same contact */
            match: (("id" | "phone" | "email") | string)[];
            /**
             * @description update: what the row has wins, its blank cells change nothing; fill: only what is not known yet; skip: leave the contact as it is
             * @default update
             * @enum {string}
             */
            found: "update" | "fill" | "skip";
            /**
             * @default create
             * @enum {string}
             */
            missing: "create" | "skip";
            /**
             * @description Where numbers in national notation belong; null: the organization's country
             * @default null
             */
            country: string | null;
            /**
             * @description Given to everybody in the file
             * @default []
             */
            tagIds: string[];
            /**
             * @description How to read a column `consent`. A yes counts only with proof, source and date; without them the contact is taken in without consent
             * @default null
             */
            consent: {
                /** @enum {string} */
                channel: "whatsapp" | "email";
                /**
                 * @default marketing
                 * @enum {string}
                 */
                purpose: "marketing";
                /**
                 * @description What the people agreed to, in the words they saw; used where a row has none
                 * @default null
                 */
                proof: string | null;
                /**
                 * @description Where they agreed, such as a form's address; used where a row has none
                 * @default null
                 */
                source: string | null;
                /**
                 * @description When they agreed; used where a row has none
                 * @default null
                 */
                date: string | null;
            } | null;
        };
        ImportSettingsInput: {
            /**
             * @description What differs from how the file was guessed to be written
             * @default {}
             */
            reading: {
                /**
                 * @description Of a text file; ignored for .xlsx
                 * @enum {string}
                 */
                encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1250" | "windows-1251" | "windows-1254" | "windows-1256" | "iso-8859-15" | "macintosh";
                /**
                 * @description What divides the cells of a text file
                 * @enum {string}
                 */
                delimiter?: "," | ";" | "\t" | "|";
                /** @description Which sheet of a workbook; empty for a text file */
                sheet?: string;
                /** @description The row with the names of the columns, from 1; 0: there is none */
                headerRow?: number;
            };
            /** @description Which column goes where; a column not named is left out. phone, email and tags may be named several times */
            columns: {
                /** @description From 0 */
                column: number;
                to: ("id" | "name" | "first_name" | "last_name" | "company" | "language" | "country" | "time_zone" | "stage" | "owner" | "phone" | "email" | "tags" | "consent" | "consent_proof" | "consent_source" | "consent_date") | string;
            }[];
            /** @description What a contact is recognised by; of several, all that a row has must lead to the same contact */
            match: (("id" | "phone" | "email") | string)[];
            /**
             * @description update: what the row has wins, its blank cells change nothing; fill: only what is not known yet; skip: leave the contact as it is
             * @default update
             * @enum {string}
             */
            found: "update" | "fill" | "skip";
            /**
             * @default create
             * @enum {string}
             */
            missing: "create" | "skip";
            /**
             * @description Where numbers in national notation belong; null: the organization's country
             * @default null
             */
            country: string | null;
            /**
             * @description Given to everybody in the file
             * @default []
             */
            tagIds: string[];
            /**
             * @description How to read a column `consent`. A yes counts only with proof, source and date; without them the contact is taken in without consent
             * @default null
             */
            consent: {
                /** @enum {string} */
                channel: "whatsapp" | "email";
                /**
                 * @default marketing
                 * @enum {string}
                 */
                purpose: "marketing";
                /**
                 * @description What the people agreed to, in the words they saw; used where a row has none
                 * @default null
                 */
                proof: string | null;
                /**
                 * @description Where they agreed, such as a form's address; used where a row has none
                 * @default null
                 */
                source: string | null;
                /**
                 * @description When they agreed; used where a row has none
                 * @default null
                 */
                date: string | null;
            } | null;
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
        List: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            members: number;
            /** Format: date-time */
            createdAt: string;
        };
        ListChange: {
            name?: string;
            description?: string;
        };
        ListChangeInput: {
            name?: string;
            description?: string;
        };
        ListInput: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            members: number;
            createdAt: unknown;
        };
        ListMember: {
            /** Format: uuid */
            id: string;
            /** @description What to call the person: the name, else username, phone or e-mail; never empty */
            name: string;
            /** @description The name of the company they belong to */
            company: string | null;
            companyId: string | null;
            /** @description The key of a stage of GET /stages */
            stage: string;
            /** @description The sum of what the scoring rules give */
            score: number;
            ownerId: string | null;
            tags: components["schemas"]["Tag"][];
            /** @description Values of the organization's own fields by key; what has no value is missing */
            fields: {
                [key: string]: string | number | boolean | string[];
            };
            identities: {
                /** @enum {string} */
                kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email" | "external_id" | "claimed_email" | "claimed_phone";
                display: string;
            }[];
            /** Format: date-time */
            createdAt: string;
            lastSeenAt: string | null;
            /** Format: date-time */
            addedAt: string;
        };
        ListMemberInput: {
            /** Format: uuid */
            id: string;
            /** @description What to call the person: the name, else username, phone or e-mail; never empty */
            name: string;
            /** @description The name of the company they belong to */
            company: string | null;
            companyId: string | null;
            /** @description The key of a stage of GET /stages */
            stage: string;
            /** @description The sum of what the scoring rules give */
            score: number;
            ownerId: string | null;
            tags: components["schemas"]["TagInput"][];
            /** @description Values of the organization's own fields by key; what has no value is missing */
            fields: {
                [key: string]: string | number | boolean | string[];
            };
            identities: {
                /** @enum {string} */
                kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email" | "external_id" | "claimed_email" | "claimed_phone";
                display: string;
            }[];
            createdAt: unknown;
            lastSeenAt: unknown | null;
            addedAt: unknown;
        };
        ListMembersChange: {
            /**
             * @description At most 1000 at once
             * @default []
             */
            add: string[];
            /**
             * @description At most 1000 at once
             * @default []
             */
            remove: string[];
        };
        ListMembersChangeInput: {
            /**
             * @description At most 1000 at once
             * @default []
             */
            add: string[];
            /**
             * @description At most 1000 at once
             * @default []
             */
            remove: string[];
        };
        ListMembersChanged: {
            added: number;
            removed: number;
            members: number;
        };
        ListMembersChangedInput: {
            added: number;
            removed: number;
            members: number;
        };
        ListRequest: {
            name: string;
            /** @default  */
            description: string;
        };
        ListRequestInput: {
            name: string;
            /** @default  */
            description: string;
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
            twoFactor: {
                enabled: boolean;
                /** @description Asked of this role: until it is enabled there are no permissions */
                required: boolean;
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
            twoFactor: {
                enabled: boolean;
                /** @description Asked of this role: until it is enabled there are no permissions */
                required: boolean;
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
        Merge: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            contactId: string;
            contactName: string;
            /** Format: uuid */
            otherContactId: string;
            /** @description What the other contact was called; empty when it does not exist any more */
            otherName: string;
            /** @description What was moved, by table */
            counts: {
                [key: string]: number;
            };
            mergedBy: string | null;
            /** Format: date-time */
            mergedAt: string;
            undoneBy: string | null;
            undoneAt: string | null;
            /** @description A later merge into the same contact that has to be undone before this one */
            undoFirst: string | null;
        };
        MergeInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            contactId: string;
            contactName: string;
            /** Format: uuid */
            otherContactId: string;
            /** @description What the other contact was called; empty when it does not exist any more */
            otherName: string;
            /** @description What was moved, by table */
            counts: {
                [key: string]: number;
            };
            mergedBy: string | null;
            mergedAt: unknown;
            undoneBy: string | null;
            undoneAt: unknown | null;
            /** @description A later merge into the same contact that has to be undone before this one */
            undoFirst: string | null;
        };
        MergePreview: {
            contact: components["schemas"]["Contact"];
            other: components["schemas"]["Contact"];
            fields: {
                field: string;
                /** @enum {string} */
                suggested: "this" | "other";
                /** @description False where both say the same, or neither says anything */
                differs: boolean;
            }[];
            /** @description Rows of each table, at most 1,000 */
            counts: {
                contact: {
                    [key: string]: number;
                };
                other: {
                    [key: string]: number;
                };
            };
        };
        MergePreviewInput: {
            contact: components["schemas"]["ContactInput"];
            other: components["schemas"]["ContactInput"];
            fields: {
                field: string;
                /** @enum {string} */
                suggested: "this" | "other";
                /** @description False where both say the same, or neither says anything */
                differs: boolean;
            }[];
            /** @description Rows of each table, at most 1,000 */
            counts: {
                contact: {
                    [key: string]: number;
                };
                other: {
                    [key: string]: number;
                };
            };
        };
        MergeRequest: {
            /**
             * Format: uuid
             * @description Becomes part of the contact in the path, and is no contact of its own any more
             */
            otherContactId: string;
            /**
             * @description Whose value wins, by field: name, company, language, country, time_zone, stage, owner or fields.<key>. What is not named is decided as the preview suggests: what is known before what is not, else this contact's
             * @default {}
             */
            winners: {
                [key: string]: "this" | "other";
            };
        };
        MergeRequestInput: {
            /**
             * Format: uuid
             * @description Becomes part of the contact in the path, and is no contact of its own any more
             */
            otherContactId: string;
            /**
             * @description Whose value wins, by field: name, company, language, country, time_zone, stage, owner or fields.<key>. What is not named is decided as the preview suggests: what is known before what is not, else this contact's
             * @default {}
             */
            winners: {
                [key: string]: "this" | "other";
            };
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
        Pipeline: {
            /** Format: uuid */
            id: string;
            /** @description Null: the one we bring, told in the reader's language */
            name: string | null;
            /** @description What new deals in it are in */
            currency: string;
            /** @description In their order; the last two are won and lost */
            stages: components["schemas"]["DealStage"][];
        };
        PipelineInput: {
            /** Format: uuid */
            id: string;
            /** @description Null: the one we bring, told in the reader's language */
            name: string | null;
            /** @description What new deals in it are in */
            currency: string;
            /** @description In their order; the last two are won and lost */
            stages: components["schemas"]["DealStageInput"][];
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
        RecoveryCodes: {
            /** @description Shown once: only their digests are kept */
            codes: string[];
        };
        RecoveryCodesInput: {
            /** @description Shown once: only their digests are kept */
            codes: string[];
        };
        /** @enum {string} */
        RoleName: "owner" | "admin" | "agent" | "viewer";
        /** @enum {string} */
        RoleNameInput: "owner" | "admin" | "agent" | "viewer";
        Rule: {
            /** @enum {string} */
            match: "all" | "any" | "none";
            rules: (components["schemas"]["Rule"] | components["schemas"]["RuleLeaf"])[];
        };
        RuleInput: {
            /** @enum {string} */
            match: "all" | "any" | "none";
            rules: (components["schemas"]["RuleInput"] | components["schemas"]["RuleLeafInput"])[];
        };
        RuleLeaf: {
            /** @constant */
            about: "field";
            /** @description One of name, company, language, country, time_zone, stage (a key), owner (a member id), score, created_at, last_seen_at; or fields.<key> */
            field: string;
            /** @enum {string} */
            op: "is" | "is_not" | "one_of" | "not_one_of" | "contains" | "not_contains" | "starts_with" | "known" | "unknown" | "more_than" | "at_least" | "less_than" | "at_most" | "between" | "before" | "after" | "in_last_days" | "not_in_last_days" | "in_next_days";
            /** @description Text, number (money in minor units), true or false, or an ISO date; a list for one_of and not_one_of, a pair for between; days for in_last_days and its like; nothing for known and unknown */
            value?: (string | number | boolean) | (string | number | boolean)[];
        } | {
            /** @constant */
            about: "tag";
            /** @enum {string} */
            op: "has" | "has_not";
            /** Format: uuid */
            tagId: string;
        } | {
            /** @constant */
            about: "consent";
            /** @enum {string} */
            op: "granted" | "not_granted";
            channel: string;
            purpose: string;
        } | {
            /** @constant */
            about: "reachable";
            /** @enum {string} */
            op: "is" | "is_not";
            /**
             * @description By an identity in use that was not found undeliverable
             * @enum {string}
             */
            by: "whatsapp" | "phone" | "email";
        } | {
            /** @constant */
            about: "conversation";
            /** @enum {string} */
            op: "is" | "is_not";
            /**
             * @description unanswered: open, and the last word is the customer's; any: there is one at all
             * @enum {string}
             */
            state: "open" | "closed" | "unanswered" | "any";
        } | {
            /** @constant */
            about: "segment";
            /** @enum {string} */
            op: "in" | "not_in";
            /** Format: uuid */
            segmentId: string;
        } | {
            /** @constant */
            about: "event";
            /** @description The event's name, such as page.viewed, message.received or a name you track */
            event: string;
            /** @default [] */
            where: {
                /** @description Path within the event's properties, parts divided by dots */
                property: string;
                /** @enum {string} */
                op: "is" | "is_not" | "contains" | "known" | "unknown" | "more_than" | "at_least" | "less_than" | "at_most";
                value?: string | number | boolean;
            }[];
            /**
             * @default {
             *       "kind": "happened"
             *     }
             */
            measure: {
                /** @constant */
                kind: "happened";
            } | {
                /** @constant */
                kind: "count";
                /** @enum {string} */
                op: "at_least" | "at_most" | "exactly";
                value: number;
            } | {
                /** @constant */
                kind: "distinct";
                property: string;
                /** @enum {string} */
                op: "at_least" | "at_most" | "exactly";
                value: number;
            } | {
                /** @constant */
                kind: "sum";
                property: string;
                /** @enum {string} */
                op: "at_least" | "at_most";
                value: number;
            } | {
                /** @constant */
                kind: "first";
                /** @description What holds of the first such event ever; null: it lies in the window */
                is: {
                    /** @description Path within the event's properties, parts divided by dots */
                    property: string;
                    /** @enum {string} */
                    op: "is" | "is_not" | "contains" | "known" | "unknown" | "more_than" | "at_least" | "less_than" | "at_most";
                    value?: string | number | boolean;
                } | null;
            } | {
                /** @constant */
                kind: "last";
                /** @description What holds of the newest such event; null: it lies in the window */
                is: {
                    /** @description Path within the event's properties, parts divided by dots */
                    property: string;
                    /** @enum {string} */
                    op: "is" | "is_not" | "contains" | "known" | "unknown" | "more_than" | "at_least" | "less_than" | "at_most";
                    value?: string | number | boolean;
                } | null;
            };
            /**
             * @default {
             *       "kind": "ever"
             *     }
             */
            window: components["schemas"]["EventWindow"];
            /**
             * @description Counts only where another event of the same contact follows it (before) or precedes it (after), within a time or at all
             * @default null
             */
            relation: {
                /** @enum {string} */
                order: "before" | "after";
                event: string;
                within: {
                    amount: number;
                    /** @enum {string} */
                    unit: "minutes" | "hours" | "days";
                } | null;
            } | null;
        } | {
            /** @constant */
            about: "list";
            /** @enum {string} */
            op: "in" | "not_in";
            /** Format: uuid */
            listId: string;
        };
        RuleLeafInput: {
            /** @constant */
            about: "field";
            /** @description One of name, company, language, country, time_zone, stage (a key), owner (a member id), score, created_at, last_seen_at; or fields.<key> */
            field: string;
            /** @enum {string} */
            op: "is" | "is_not" | "one_of" | "not_one_of" | "contains" | "not_contains" | "starts_with" | "known" | "unknown" | "more_than" | "at_least" | "less_than" | "at_most" | "between" | "before" | "after" | "in_last_days" | "not_in_last_days" | "in_next_days";
            /** @description Text, number (money in minor units), true or false, or an ISO date; a list for one_of and not_one_of, a pair for between; days for in_last_days and its like; nothing for known and unknown */
            value?: (string | number | boolean) | (string | number | boolean)[];
        } | {
            /** @constant */
            about: "tag";
            /** @enum {string} */
            op: "has" | "has_not";
            /** Format: uuid */
            tagId: string;
        } | {
            /** @constant */
            about: "consent";
            /** @enum {string} */
            op: "granted" | "not_granted";
            channel: string;
            purpose: string;
        } | {
            /** @constant */
            about: "reachable";
            /** @enum {string} */
            op: "is" | "is_not";
            /**
             * @description By an identity in use that was not found undeliverable
             * @enum {string}
             */
            by: "whatsapp" | "phone" | "email";
        } | {
            /** @constant */
            about: "conversation";
            /** @enum {string} */
            op: "is" | "is_not";
            /**
             * @description unanswered: open, and the last word is the customer's; any: there is one at all
             * @enum {string}
             */
            state: "open" | "closed" | "unanswered" | "any";
        } | {
            /** @constant */
            about: "segment";
            /** @enum {string} */
            op: "in" | "not_in";
            /** Format: uuid */
            segmentId: string;
        } | {
            /** @constant */
            about: "event";
            /** @description The event's name, such as page.viewed, message.received or a name you track */
            event: string;
            /** @default [] */
            where: {
                /** @description Path within the event's properties, parts divided by dots */
                property: string;
                /** @enum {string} */
                op: "is" | "is_not" | "contains" | "known" | "unknown" | "more_than" | "at_least" | "less_than" | "at_most";
                value?: string | number | boolean;
            }[];
            /**
             * @default {
             *       "kind": "happened"
             *     }
             */
            measure: {
                /** @constant */
                kind: "happened";
            } | {
                /** @constant */
                kind: "count";
                /** @enum {string} */
                op: "at_least" | "at_most" | "exactly";
                value: number;
            } | {
                /** @constant */
                kind: "distinct";
                property: string;
                /** @enum {string} */
                op: "at_least" | "at_most" | "exactly";
                value: number;
            } | {
                /** @constant */
                kind: "sum";
                property: string;
                /** @enum {string} */
                op: "at_least" | "at_most";
                value: number;
            } | {
                /** @constant */
                kind: "first";
                /** @description What holds of the first such event ever; null: it lies in the window */
                is: {
                    /** @description Path within the event's properties, parts divided by dots */
                    property: string;
                    /** @enum {string} */
                    op: "is" | "is_not" | "contains" | "known" | "unknown" | "more_than" | "at_least" | "less_than" | "at_most";
                    value?: string | number | boolean;
                } | null;
            } | {
                /** @constant */
                kind: "last";
                /** @description What holds of the newest such event; null: it lies in the window */
                is: {
                    /** @description Path within the event's properties, parts divided by dots */
                    property: string;
                    /** @enum {string} */
                    op: "is" | "is_not" | "contains" | "known" | "unknown" | "more_than" | "at_least" | "less_than" | "at_most";
                    value?: string | number | boolean;
                } | null;
            };
            /**
             * @default {
             *       "kind": "ever"
             *     }
             */
            window: components["schemas"]["EventWindowInput"];
            /**
             * @description Counts only where another event of the same contact follows it (before) or precedes it (after), within a time or at all
             * @default null
             */
            relation: {
                /** @enum {string} */
                order: "before" | "after";
                event: string;
                within: {
                    amount: number;
                    /** @enum {string} */
                    unit: "minutes" | "hours" | "days";
                } | null;
            } | null;
        } | {
            /** @constant */
            about: "list";
            /** @enum {string} */
            op: "in" | "not_in";
            /** Format: uuid */
            listId: string;
        };
        SavedView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Seen by everybody who sees contacts; sharing needs the permission contacts.write */
            shared: boolean;
            /** @description In their order; empty: the usual ones */
            columns: {
                /** @description name, reached_by, tags, company, stage, owner, score, created_at, last_seen_at, ... or fields.<key> */
                key: string;
                /**
                 * @description In pixels; null: as wide as such a column usually is
                 * @default null
                 */
                width: number | null;
            }[];
            filter: components["schemas"]["Condition"][];
            /** @description As in GET /contacts; null: newest first */
            sort: string | null;
            /** @enum {string} */
            direction: "asc" | "desc";
            ownerId: string | null;
            /** @description Whether the one who asks may change it */
            mayChange: boolean;
            /** @description Its place in your row of views; null: it is in the menu only */
            pinned: number | null;
            /** @description Contacts open with it, for you */
            opensFirst: boolean;
            /** Format: date-time */
            updatedAt: string;
        };
        SavedViewChange: {
            name?: string;
            /** @description Seen by everybody who sees contacts; sharing needs the permission contacts.write */
            shared?: boolean;
            /** @description In their order; empty: the usual ones */
            columns?: {
                /** @description name, reached_by, tags, company, stage, owner, score, created_at, last_seen_at, ... or fields.<key> */
                key: string;
                /**
                 * @description In pixels; null: as wide as such a column usually is
                 * @default null
                 */
                width: number | null;
            }[];
            filter?: components["schemas"]["Condition"][];
            /** @description As in GET /contacts; null: newest first */
            sort?: string | null;
            /** @enum {string} */
            direction?: "asc" | "desc";
        };
        SavedViewChangeInput: {
            name?: string;
            /** @description Seen by everybody who sees contacts; sharing needs the permission contacts.write */
            shared?: boolean;
            /** @description In their order; empty: the usual ones */
            columns?: {
                /** @description name, reached_by, tags, company, stage, owner, score, created_at, last_seen_at, ... or fields.<key> */
                key: string;
                /**
                 * @description In pixels; null: as wide as such a column usually is
                 * @default null
                 */
                width: number | null;
            }[];
            filter?: components["schemas"]["ConditionInput"][];
            /** @description As in GET /contacts; null: newest first */
            sort?: string | null;
            /** @enum {string} */
            direction?: "asc" | "desc";
        };
        SavedViewInput: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Seen by everybody who sees contacts; sharing needs the permission contacts.write */
            shared: boolean;
            /** @description In their order; empty: the usual ones */
            columns: {
                /** @description name, reached_by, tags, company, stage, owner, score, created_at, last_seen_at, ... or fields.<key> */
                key: string;
                /**
                 * @description In pixels; null: as wide as such a column usually is
                 * @default null
                 */
                width: number | null;
            }[];
            filter: components["schemas"]["ConditionInput"][];
            /** @description As in GET /contacts; null: newest first */
            sort: string | null;
            /** @enum {string} */
            direction: "asc" | "desc";
            ownerId: string | null;
            /** @description Whether the one who asks may change it */
            mayChange: boolean;
            /** @description Its place in your row of views; null: it is in the menu only */
            pinned: number | null;
            /** @description Contacts open with it, for you */
            opensFirst: boolean;
            updatedAt: unknown;
        };
        SavedViewPlaces: {
            /** @description Your row of views, in order; those left out are in the menu only */
            pinned: string[];
            /** @description The view Contacts open with; null: all contacts */
            first: string | null;
        };
        SavedViewPlacesInput: {
            /** @description Your row of views, in order; those left out are in the menu only */
            pinned: string[];
            /** @description The view Contacts open with; null: all contacts */
            first: string | null;
        };
        SavedViewRequest: {
            name: string;
            /**
             * @description Seen by everybody who sees contacts; sharing needs the permission contacts.write
             * @default false
             */
            shared: boolean;
            /**
             * @description In their order; empty: the usual ones
             * @default []
             */
            columns: {
                /** @description name, reached_by, tags, company, stage, owner, score, created_at, last_seen_at, ... or fields.<key> */
                key: string;
                /**
                 * @description In pixels; null: as wide as such a column usually is
                 * @default null
                 */
                width: number | null;
            }[];
            /** @default [] */
            filter: components["schemas"]["Condition"][];
            /**
             * @description As in GET /contacts; null: newest first
             * @default null
             */
            sort: string | null;
            /**
             * @default desc
             * @enum {string}
             */
            direction: "asc" | "desc";
        };
        SavedViewRequestInput: {
            name: string;
            /**
             * @description Seen by everybody who sees contacts; sharing needs the permission contacts.write
             * @default false
             */
            shared: boolean;
            /**
             * @description In their order; empty: the usual ones
             * @default []
             */
            columns: {
                /** @description name, reached_by, tags, company, stage, owner, score, created_at, last_seen_at, ... or fields.<key> */
                key: string;
                /**
                 * @description In pixels; null: as wide as such a column usually is
                 * @default null
                 */
                width: number | null;
            }[];
            /** @default [] */
            filter: components["schemas"]["ConditionInput"][];
            /**
             * @description As in GET /contacts; null: newest first
             * @default null
             */
            sort: string | null;
            /**
             * @default desc
             * @enum {string}
             */
            direction: "asc" | "desc";
        };
        ScoreExplained: {
            score: number;
            /** @description The rules that give something, the most first; their points add up to the score */
            parts: components["schemas"]["ScorePart"][];
        };
        ScoreExplainedInput: {
            score: number;
            /** @description The rules that give something, the most first; their points add up to the score */
            parts: components["schemas"]["ScorePartInput"][];
        };
        ScorePart: {
            /** Format: uuid */
            ruleId: string;
            name: string;
            /** @description What the rule gives now */
            points: number;
            rule: {
                /** @constant */
                kind: "condition";
                /** @description What must hold of the contact; neither the score itself nor a segment, which may depend on it */
                condition: components["schemas"]["Condition"];
            } | {
                /** @constant */
                kind: "event";
                /** @description The event's name, such as message.received, page.viewed or a name you track */
                event: string;
                /** @description How many of the newest events count */
                atMost: number;
                /** @description How old an event may be; null: as old as it is kept */
                windowDays: number | null;
                /** @description After how many days an event counts half; null: it always counts whole */
                halfLifeDays: number | null;
            };
            /** @description How many events count; 0 for a condition */
            times: number;
            /** @description When the newest of them was */
            newestAt: string | null;
            /** @description Not before this moment do the points change by time alone; null: time does not change them */
            changesAt: string | null;
        };
        ScorePartInput: {
            /** Format: uuid */
            ruleId: string;
            name: string;
            /** @description What the rule gives now */
            points: number;
            rule: {
                /** @constant */
                kind: "condition";
                /** @description What must hold of the contact; neither the score itself nor a segment, which may depend on it */
                condition: components["schemas"]["ConditionInput"];
            } | {
                /** @constant */
                kind: "event";
                /** @description The event's name, such as message.received, page.viewed or a name you track */
                event: string;
                /** @description How many of the newest events count */
                atMost: number;
                /** @description How old an event may be; null: as old as it is kept */
                windowDays: number | null;
                /** @description After how many days an event counts half; null: it always counts whole */
                halfLifeDays: number | null;
            };
            /** @description How many events count; 0 for a condition */
            times: number;
            /** @description When the newest of them was */
            newestAt: unknown | null;
            /** @description Not before this moment do the points change by time alone; null: time does not change them */
            changesAt: unknown | null;
        };
        ScorePreview: {
            /** @description What the rule would give this contact now */
            points: number;
            times: number;
            newestAt: string | null;
        };
        ScorePreviewInput: {
            /** @description What the rule would give this contact now */
            points: number;
            times: number;
            newestAt: unknown | null;
        };
        ScoreRule: {
            /** Format: uuid */
            id: string;
            name: string;
            points: number;
            active: boolean;
            rule: {
                /** @constant */
                kind: "condition";
                /** @description What must hold of the contact; neither the score itself nor a segment, which may depend on it */
                condition: components["schemas"]["Condition"];
            } | {
                /** @constant */
                kind: "event";
                /** @description The event's name, such as message.received, page.viewed or a name you track */
                event: string;
                /** @description How many of the newest events count */
                atMost: number;
                /** @description How old an event may be; null: as old as it is kept */
                windowDays: number | null;
                /** @description After how many days an event counts half; null: it always counts whole */
                halfLifeDays: number | null;
            };
        };
        ScoreRuleChange: {
            name?: string;
            /** @description What it adds to the score, for each event that counts; less than 0 takes away */
            points?: number;
            active?: boolean;
            rule?: {
                /** @constant */
                kind: "condition";
                /** @description What must hold of the contact; neither the score itself nor a segment, which may depend on it */
                condition: components["schemas"]["Condition"];
            } | {
                /** @constant */
                kind: "event";
                /** @description The event's name, such as message.received, page.viewed or a name you track */
                event: string;
                /**
                 * @description How many of the newest events count
                 * @default 1
                 */
                atMost: number;
                /**
                 * @description How old an event may be; null: as old as it is kept
                 * @default null
                 */
                windowDays: number | null;
                /**
                 * @description After how many days an event counts half; null: it always counts whole
                 * @default null
                 */
                halfLifeDays: number | null;
            };
        };
        ScoreRuleChangeInput: {
            name?: string;
            /** @description What it adds to the score, for each event that counts; less than 0 takes away */
            points?: number;
            active?: boolean;
            rule?: {
                /** @constant */
                kind: "condition";
                /** @description What must hold of the contact; neither the score itself nor a segment, which may depend on it */
                condition: components["schemas"]["ConditionInput"];
            } | {
                /** @constant */
                kind: "event";
                /** @description The event's name, such as message.received, page.viewed or a name you track */
                event: string;
                /**
                 * @description How many of the newest events count
                 * @default 1
                 */
                atMost: number;
                /**
                 * @description How old an event may be; null: as old as it is kept
                 * @default null
                 */
                windowDays: number | null;
                /**
                 * @description After how many days an event counts half; null: it always counts whole
                 * @default null
                 */
                halfLifeDays: number | null;
            };
        };
        ScoreRuleInput: {
            /** Format: uuid */
            id: string;
            name: string;
            points: number;
            active: boolean;
            rule: {
                /** @constant */
                kind: "condition";
                /** @description What must hold of the contact; neither the score itself nor a segment, which may depend on it */
                condition: components["schemas"]["ConditionInput"];
            } | {
                /** @constant */
                kind: "event";
                /** @description The event's name, such as message.received, page.viewed or a name you track */
                event: string;
                /** @description How many of the newest events count */
                atMost: number;
                /** @description How old an event may be; null: as old as it is kept */
                windowDays: number | null;
                /** @description After how many days an event counts half; null: it always counts whole */
                halfLifeDays: number | null;
            };
        };
        ScoreRuleRequest: {
            name: string;
            /** @description What it adds to the score, for each event that counts; less than 0 takes away */
            points: number;
            /** @default true */
            active: boolean;
            rule: {
                /** @constant */
                kind: "condition";
                /** @description What must hold of the contact; neither the score itself nor a segment, which may depend on it */
                condition: components["schemas"]["Condition"];
            } | {
                /** @constant */
                kind: "event";
                /** @description The event's name, such as message.received, page.viewed or a name you track */
                event: string;
                /**
                 * @description How many of the newest events count
                 * @default 1
                 */
                atMost: number;
                /**
                 * @description How old an event may be; null: as old as it is kept
                 * @default null
                 */
                windowDays: number | null;
                /**
                 * @description After how many days an event counts half; null: it always counts whole
                 * @default null
                 */
                halfLifeDays: number | null;
            };
        };
        ScoreRuleRequestInput: {
            name: string;
            /** @description What it adds to the score, for each event that counts; less than 0 takes away */
            points: number;
            /** @default true */
            active: boolean;
            rule: {
                /** @constant */
                kind: "condition";
                /** @description What must hold of the contact; neither the score itself nor a segment, which may depend on it */
                condition: components["schemas"]["ConditionInput"];
            } | {
                /** @constant */
                kind: "event";
                /** @description The event's name, such as message.received, page.viewed or a name you track */
                event: string;
                /**
                 * @description How many of the newest events count
                 * @default 1
                 */
                atMost: number;
                /**
                 * @description How old an event may be; null: as old as it is kept
                 * @default null
                 */
                windowDays: number | null;
                /**
                 * @description After how many days an event counts half; null: it always counts whole
                 * @default null
                 */
                halfLifeDays: number | null;
            };
        };
        Segment: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            /**
             * @description building: for the first time; rebuilding: the rule in force holds until the new one has taken its place
             * @enum {string}
             */
            state: "building" | "ready" | "rebuilding" | "archived";
            members: number;
            /** @description In the last 7 days */
            enteredLastDays: number;
            /** @description In the last 7 days */
            leftLastDays: number;
            /** Format: date-time */
            updatedAt: string;
            /** @description As last saved */
            rule: components["schemas"]["Rule"];
            version: number;
            inForce: {
                version: number;
                /** Format: date-time */
                since: string;
            } | null;
            building: {
                version: number;
                /** @enum {string} */
                reason: "made" | "edited" | "rebuilt" | "restored";
                /** @description Questions of the rule still to be answered for everybody */
                questionsLeft: number;
                /** @description Of the contacts, how many have been asked */
                share: number;
            } | null;
            /** @description Segments that ask about this one */
            usedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** Format: date-time */
            createdAt: string;
        };
        SegmentChange: {
            name?: string;
            description?: string;
            rule?: components["schemas"]["Rule"];
        };
        SegmentChangeInput: {
            name?: string;
            description?: string;
            rule?: components["schemas"]["RuleInput"];
        };
        SegmentDays: {
            items: {
                /** Format: date */
                day: string;
                entered: number;
                left: number;
                /** @description At its end */
                members: number;
            }[];
        };
        SegmentDaysInput: {
            items: {
                /** Format: date */
                day: string;
                entered: number;
                left: number;
                /** @description At its end */
                members: number;
            }[];
        };
        SegmentExplainedNode: {
            /** @constant */
            kind: "group";
            path: string;
            /** @enum {string} */
            match: "all" | "any" | "none";
            holds: boolean;
            rules: components["schemas"]["SegmentExplainedNode"][];
        } | {
            /** @constant */
            kind: "leaf";
            /** @description Its place in the rule, such as rule.rules.1.rules.0 */
            path: string;
            holds: boolean;
            /** @description The question, as in the rule */
            leaf: unknown;
            /** @description What the contact has: the field's value, the state of the consent; null where that is nothing or an event is asked */
            value: unknown;
            /** @description Of an event: what was counted */
            seen: {
                /** @description Such events in the window */
                count: number | null;
                firstAt: string | null;
                lastAt: string | null;
                distinct: number | null;
                sum: number | null;
            } | null;
            /** @description Not before this moment can time alone change the answer */
            changesAt: string | null;
        };
        SegmentExplainedNodeInput: {
            /** @constant */
            kind: "group";
            path: string;
            /** @enum {string} */
            match: "all" | "any" | "none";
            holds: boolean;
            rules: components["schemas"]["SegmentExplainedNodeInput"][];
        } | {
            /** @constant */
            kind: "leaf";
            /** @description Its place in the rule, such as rule.rules.1.rules.0 */
            path: string;
            holds: boolean;
            /** @description The question, as in the rule */
            leaf: unknown;
            /** @description What the contact has: the field's value, the state of the consent; null where that is nothing or an event is asked */
            value: unknown;
            /** @description Of an event: what was counted */
            seen: {
                /** @description Such events in the window */
                count: number | null;
                firstAt: unknown | null;
                lastAt: unknown | null;
                distinct: number | null;
                sum: number | null;
            } | null;
            /** @description Not before this moment can time alone change the answer */
            changesAt: unknown | null;
        };
        SegmentExplanation: {
            /** @description As kept */
            member: boolean;
            /** @description Since when they are in; or out, where they were in before */
            since: string | null;
            /** @description As evaluated this moment; differs from `member` for the second a change takes, and while a rule is being built */
            holds: boolean;
            /** Format: date-time */
            at: string;
            version: number;
            rule: components["schemas"]["SegmentExplainedNode"];
        };
        SegmentExplanationInput: {
            /** @description As kept */
            member: boolean;
            /** @description Since when they are in; or out, where they were in before */
            since: unknown | null;
            /** @description As evaluated this moment; differs from `member` for the second a change takes, and while a rule is being built */
            holds: boolean;
            at: unknown;
            version: number;
            rule: components["schemas"]["SegmentExplainedNodeInput"];
        };
        SegmentImport: {
            text: string;
            /**
             * @description Make tags and lists that are missing (lists empty); else they are refused
             * @default false
             */
            make: boolean;
            /**
             * @description Only say what would be done
             * @default false
             */
            check: boolean;
        };
        SegmentImportInput: {
            text: string;
            /**
             * @description Make tags and lists that are missing (lists empty); else they are refused
             * @default false
             */
            make: boolean;
            /**
             * @description Only say what would be done
             * @default false
             */
            check: boolean;
        };
        SegmentImported: {
            segments: {
                name: string;
                id: string | null;
            }[];
            made: {
                tags: string[];
                lists: string[];
            };
        };
        SegmentImportedInput: {
            segments: {
                name: string;
                id: string | null;
            }[];
            made: {
                tags: string[];
                lists: string[];
            };
        };
        SegmentInput: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            /**
             * @description building: for the first time; rebuilding: the rule in force holds until the new one has taken its place
             * @enum {string}
             */
            state: "building" | "ready" | "rebuilding" | "archived";
            members: number;
            /** @description In the last 7 days */
            enteredLastDays: number;
            /** @description In the last 7 days */
            leftLastDays: number;
            updatedAt: unknown;
            /** @description As last saved */
            rule: components["schemas"]["RuleInput"];
            version: number;
            inForce: {
                version: number;
                since: unknown;
            } | null;
            building: {
                version: number;
                /** @enum {string} */
                reason: "made" | "edited" | "rebuilt" | "restored";
                /** @description Questions of the rule still to be answered for everybody */
                questionsLeft: number;
                /** @description Of the contacts, how many have been asked */
                share: number;
            } | null;
            /** @description Segments that ask about this one */
            usedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            createdAt: unknown;
        };
        SegmentMember: {
            /** Format: uuid */
            id: string;
            /** @description What to call the person: the name, else username, phone or e-mail; never empty */
            name: string;
            /** @description The name of the company they belong to */
            company: string | null;
            companyId: string | null;
            /** @description The key of a stage of GET /stages */
            stage: string;
            /** @description The sum of what the scoring rules give */
            score: number;
            ownerId: string | null;
            tags: components["schemas"]["Tag"][];
            /** @description Values of the organization's own fields by key; what has no value is missing */
            fields: {
                [key: string]: string | number | boolean | string[];
            };
            identities: {
                /** @enum {string} */
                kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email" | "external_id" | "claimed_email" | "claimed_phone";
                display: string;
            }[];
            /** Format: date-time */
            createdAt: string;
            lastSeenAt: string | null;
            /** Format: date-time */
            since: string;
        };
        SegmentMemberInput: {
            /** Format: uuid */
            id: string;
            /** @description What to call the person: the name, else username, phone or e-mail; never empty */
            name: string;
            /** @description The name of the company they belong to */
            company: string | null;
            companyId: string | null;
            /** @description The key of a stage of GET /stages */
            stage: string;
            /** @description The sum of what the scoring rules give */
            score: number;
            ownerId: string | null;
            tags: components["schemas"]["TagInput"][];
            /** @description Values of the organization's own fields by key; what has no value is missing */
            fields: {
                [key: string]: string | number | boolean | string[];
            };
            identities: {
                /** @enum {string} */
                kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email" | "external_id" | "claimed_email" | "claimed_phone";
                display: string;
            }[];
            createdAt: unknown;
            lastSeenAt: unknown | null;
            since: unknown;
        };
        SegmentOfContact: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            since: string;
        };
        SegmentOfContactInput: {
            /** Format: uuid */
            id: string;
            name: string;
            since: unknown;
        };
        SegmentPreview: {
            count: number;
            /** @description False: it would have taken longer than 2 s and is estimated from a sample */
            exact: boolean;
            /** @description All contacts; estimated where the count is */
            total: number;
            /** @description How many contacts the estimate is made from; null where it is exact */
            sampled: number | null;
            leaves: {
                /** @description Such as rule.rules.0 */
                path: string;
                count: number;
            }[];
            /** @description Up to 10 whom it holds of; empty for those who may not read contacts */
            sample: components["schemas"]["ContactSummary"][];
        };
        SegmentPreviewInput: {
            count: number;
            /** @description False: it would have taken longer than 2 s and is estimated from a sample */
            exact: boolean;
            /** @description All contacts; estimated where the count is */
            total: number;
            /** @description How many contacts the estimate is made from; null where it is exact */
            sampled: number | null;
            leaves: {
                /** @description Such as rule.rules.0 */
                path: string;
                count: number;
            }[];
            /** @description Up to 10 whom it holds of; empty for those who may not read contacts */
            sample: components["schemas"]["ContactSummaryInput"][];
        };
        SegmentPreviewRequest: {
            rule: components["schemas"]["Rule"];
        };
        SegmentPreviewRequestInput: {
            rule: components["schemas"]["RuleInput"];
        };
        SegmentRequest: {
            name: string;
            /** @default  */
            description: string;
            /** @description At most 5 groups deep and 60 questions */
            rule: components["schemas"]["Rule"];
        };
        SegmentRequestInput: {
            name: string;
            /** @default  */
            description: string;
            /** @description At most 5 groups deep and 60 questions */
            rule: components["schemas"]["RuleInput"];
        };
        SegmentSummary: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            /**
             * @description building: for the first time; rebuilding: the rule in force holds until the new one has taken its place
             * @enum {string}
             */
            state: "building" | "ready" | "rebuilding" | "archived";
            members: number;
            /** @description In the last 7 days */
            enteredLastDays: number;
            /** @description In the last 7 days */
            leftLastDays: number;
            /** Format: date-time */
            updatedAt: string;
        };
        SegmentSummaryInput: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            /**
             * @description building: for the first time; rebuilding: the rule in force holds until the new one has taken its place
             * @enum {string}
             */
            state: "building" | "ready" | "rebuilding" | "archived";
            members: number;
            /** @description In the last 7 days */
            enteredLastDays: number;
            /** @description In the last 7 days */
            leftLastDays: number;
            updatedAt: unknown;
        };
        SegmentText: {
            text: string;
        };
        SegmentTextInput: {
            text: string;
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
        Session: {
            /** Format: uuid */
            id: string;
            current: boolean;
            /** @description Browser and system, as the browser told them */
            device: string | null;
            /** @description The address cut to its network (/24, /48) */
            network: string | null;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description To the minute
             */
            lastUsedAt: string;
            /**
             * Format: date-time
             * @description If it is not used before
             */
            endsAt: string;
        };
        SessionInput: {
            /** Format: uuid */
            id: string;
            current: boolean;
            /** @description Browser and system, as the browser told them */
            device: string | null;
            /** @description The address cut to its network (/24, /48) */
            network: string | null;
            startedAt: unknown;
            /** @description To the minute */
            lastUsedAt: unknown;
            /** @description If it is not used before */
            endsAt: unknown;
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
        SigningSecret: {
            /** @description For your server only: HMAC-SHA256(userId) with it is the userHash of an identify */
            secret: string;
        };
        SigningSecretInput: {
            /** @description For your server only: HMAC-SHA256(userId) with it is the userHash of an identify */
            secret: string;
        };
        Stage: {
            /** @description What contacts, filters and exports call it; never changes */
            key: string;
            /** @description null: one Candor brings (lead, customer, loyal, lost), told in the reader's language */
            name: string | null;
            hue: number;
        };
        StageChange: {
            name?: string;
            hue?: number;
        };
        StageChangeInput: {
            name?: string;
            hue?: number;
        };
        StageEntry: {
            /** @description What contacts, filters and exports call it; never changes */
            key: string;
            /** @description null: one Candor brings (lead, customer, loyal, lost), told in the reader's language */
            name: string | null;
            hue: number;
            /** Format: date-time */
            enteredAt: string;
            /** @description null: still in it */
            leftAt: string | null;
        };
        StageEntryInput: {
            /** @description What contacts, filters and exports call it; never changes */
            key: string;
            /** @description null: one Candor brings (lead, customer, loyal, lost), told in the reader's language */
            name: string | null;
            hue: number;
            enteredAt: unknown;
            /** @description null: still in it */
            leftAt: unknown | null;
        };
        StageInput: {
            /** @description What contacts, filters and exports call it; never changes */
            key: string;
            /** @description null: one Candor brings (lead, customer, loyal, lost), told in the reader's language */
            name: string | null;
            hue: number;
        };
        StageRequest: {
            name: string;
            hue?: number;
            /** @description Made from the name where missing */
            key?: string;
        };
        StageRequestInput: {
            name: string;
            hue?: number;
            /** @description Made from the name where missing */
            key?: string;
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
        Task: {
            /** Format: uuid */
            id: string;
            title: string;
            body: string;
            contact: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            company: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            deal: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            conversationId: string | null;
            assigneeId: string | null;
            authorId: string | null;
            /** @description The moment it is late */
            dueAt: string | null;
            /** @description The day it is for, where it has no hour: late when that day is over */
            dueOn: string | null;
            remindAt: string | null;
            remindedAt: string | null;
            doneAt: string | null;
            doneBy: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description A new due time without a new reminder moves the reminder with it */
        TaskChange: {
            title?: string;
            body?: string;
            /** @description Who does it; whoever asks, where it is missing */
            assigneeId?: string | null;
            /** @description A moment, such as 2026-11-22T15:00:00Z; or give dueOn */
            dueAt?: string | null;
            /** @description A whole day in the assignee's time zone, else the organization's; or give dueAt */
            dueOn?: string | null;
            /** @description Once, to the assignee; a time that is over reminds at once */
            remindAt?: string | null;
        };
        /** @description A new due time without a new reminder moves the reminder with it */
        TaskChangeInput: {
            title?: string;
            body?: string;
            /** @description Who does it; whoever asks, where it is missing */
            assigneeId?: string | null;
            /** @description A moment, such as 2026-11-22T15:00:00Z; or give dueOn */
            dueAt?: unknown | null;
            /** @description A whole day in the assignee's time zone, else the organization's; or give dueAt */
            dueOn?: string | null;
            /** @description Once, to the assignee; a time that is over reminds at once */
            remindAt?: unknown | null;
        };
        /** @description Counted up to 1,000 */
        TaskCounts: {
            overdue: number;
            today: number;
            upcoming: number;
        };
        /** @description Counted up to 1,000 */
        TaskCountsInput: {
            overdue: number;
            today: number;
            upcoming: number;
        };
        TaskInput: {
            /** Format: uuid */
            id: string;
            title: string;
            body: string;
            contact: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            company: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            deal: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            conversationId: string | null;
            assigneeId: string | null;
            authorId: string | null;
            /** @description The moment it is late */
            dueAt: unknown | null;
            /** @description The day it is for, where it has no hour: late when that day is over */
            dueOn: string | null;
            remindAt: unknown | null;
            remindedAt: unknown | null;
            doneAt: unknown | null;
            doneBy: string | null;
            createdAt: unknown;
        };
        TaskPreferences: {
            /** @description Reminders by mail, too */
            mail: boolean;
        };
        TaskPreferencesInput: {
            /** @description Reminders by mail, too */
            mail: boolean;
        };
        /** @description May be about nothing. Of a deal it is about its main person, of a conversation about whom it is with */
        TaskRequest: {
            title: string;
            body?: string;
            /** @description Who does it; whoever asks, where it is missing */
            assigneeId?: string | null;
            /** @description A moment, such as 2026-11-22T15:00:00Z; or give dueOn */
            dueAt?: string | null;
            /** @description A whole day in the assignee's time zone, else the organization's; or give dueAt */
            dueOn?: string | null;
            /** @description Once, to the assignee; a time that is over reminds at once */
            remindAt?: string | null;
            contactId?: string | null;
            companyId?: string | null;
            dealId?: string | null;
            conversationId?: string | null;
        };
        /** @description May be about nothing. Of a deal it is about its main person, of a conversation about whom it is with */
        TaskRequestInput: {
            title: string;
            body?: string;
            /** @description Who does it; whoever asks, where it is missing */
            assigneeId?: string | null;
            /** @description A moment, such as 2026-11-22T15:00:00Z; or give dueOn */
            dueAt?: unknown | null;
            /** @description A whole day in the assignee's time zone, else the organization's; or give dueAt */
            dueOn?: string | null;
            /** @description Once, to the assignee; a time that is over reminds at once */
            remindAt?: unknown | null;
            contactId?: string | null;
            companyId?: string | null;
            dealId?: string | null;
            conversationId?: string | null;
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
            /** @description What changed from what to what, where values are kept */
            changes: {
                field: string;
                from: (string | number | boolean | string[]) | null;
                to: (string | number | boolean | string[]) | null;
            }[];
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
            /** @description What changed from what to what, where values are kept */
            changes: {
                field: string;
                from: (string | number | boolean | string[]) | null;
                to: (string | number | boolean | string[]) | null;
            }[];
        };
        TwoFactorPolicy: {
            /** @description Whose members must sign in with a second step */
            roles: components["schemas"]["RoleName"][];
        };
        TwoFactorPolicyInput: {
            /** @description Whose members must sign in with a second step */
            roles: components["schemas"]["RoleNameInput"][];
        };
        TwoFactorSecret: {
            /** @description base32, to type by hand */
            secret: string;
            /** @description otpauth://, to read with the camera */
            uri: string;
        };
        TwoFactorSecretInput: {
            /** @description base32, to type by hand */
            secret: string;
            /** @description otpauth://, to read with the camera */
            uri: string;
        };
        TwoFactorState: {
            enabled: boolean;
            since: string | null;
            /** @description Of ten; each works once */
            recoveryCodesLeft: number;
            /** @description The organization asks it of this person's role: without it only this page works */
            required: boolean;
        };
        TwoFactorStateInput: {
            enabled: boolean;
            since: unknown | null;
            /** @description Of ten; each works once */
            recoveryCodesLeft: number;
            /** @description The organization asks it of this person's role: without it only this page works */
            required: boolean;
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
        WriteKey: {
            /** Format: uuid */
            id: string;
            /** @description Public: it stands in the website's pages */
            key: string;
            /** @description What the team calls the website */
            name: string;
            /** @description From where it takes events */
            origins: string[];
            /**
             * @description What is kept of visitors' addresses: nothing, the network (IPv4 /24, IPv6 /48), or all of it
             * @enum {string}
             */
            ip: "off" | "truncated" | "full";
            /**
             * @description Visitors whose browser sends Sec-GPC: counted without visitor, address or identify; or nothing of theirs is kept
             * @enum {string}
             */
            gpc: "anonymous" | "drop";
            /**
             * @description An identify without signature: makes a contact of its own with unproven claims; or is ignored
             * @enum {string}
             */
            unsigned: "claims" | "ignored";
            /** @description How many events a second it takes; bursts of ten seconds' worth */
            eventsPerSecond: number;
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
            revokedAt: string | null;
        };
        WriteKeyChange: {
            /** @description What the team calls the website */
            name?: string;
            /** @description From where it takes events */
            origins?: string[];
            /**
             * @description What is kept of visitors' addresses: nothing, the network (IPv4 /24, IPv6 /48), or all of it
             * @enum {string}
             */
            ip?: "off" | "truncated" | "full";
            /**
             * @description Visitors whose browser sends Sec-GPC: counted without visitor, address or identify; or nothing of theirs is kept
             * @enum {string}
             */
            gpc?: "anonymous" | "drop";
            /**
             * @description An identify without signature: makes a contact of its own with unproven claims; or is ignored
             * @enum {string}
             */
            unsigned?: "claims" | "ignored";
            /** @description How many events a second it takes; bursts of ten seconds' worth */
            eventsPerSecond?: number;
        };
        WriteKeyChangeInput: {
            /** @description What the team calls the website */
            name?: string;
            /** @description From where it takes events */
            origins?: string[];
            /**
             * @description What is kept of visitors' addresses: nothing, the network (IPv4 /24, IPv6 /48), or all of it
             * @enum {string}
             */
            ip?: "off" | "truncated" | "full";
            /**
             * @description Visitors whose browser sends Sec-GPC: counted without visitor, address or identify; or nothing of theirs is kept
             * @enum {string}
             */
            gpc?: "anonymous" | "drop";
            /**
             * @description An identify without signature: makes a contact of its own with unproven claims; or is ignored
             * @enum {string}
             */
            unsigned?: "claims" | "ignored";
            /** @description How many events a second it takes; bursts of ten seconds' worth */
            eventsPerSecond?: number;
        };
        WriteKeyInput: {
            /** Format: uuid */
            id: string;
            /** @description Public: it stands in the website's pages */
            key: string;
            /** @description What the team calls the website */
            name: string;
            /** @description From where it takes events */
            origins: string[];
            /**
             * @description What is kept of visitors' addresses: nothing, the network (IPv4 /24, IPv6 /48), or all of it
             * @enum {string}
             */
            ip: "off" | "truncated" | "full";
            /**
             * @description Visitors whose browser sends Sec-GPC: counted without visitor, address or identify; or nothing of theirs is kept
             * @enum {string}
             */
            gpc: "anonymous" | "drop";
            /**
             * @description An identify without signature: makes a contact of its own with unproven claims; or is ignored
             * @enum {string}
             */
            unsigned: "claims" | "ignored";
            /** @description How many events a second it takes; bursts of ten seconds' worth */
            eventsPerSecond: number;
            createdAt: unknown;
            lastUsedAt: unknown | null;
            revokedAt: unknown | null;
        };
        WriteKeyRequest: {
            /** @description What the team calls the website */
            name: string;
            /** @description From where it takes events */
            origins: string[];
            /**
             * @description What is kept of visitors' addresses: nothing, the network (IPv4 /24, IPv6 /48), or all of it
             * @default truncated
             * @enum {string}
             */
            ip: "off" | "truncated" | "full";
            /**
             * @description Visitors whose browser sends Sec-GPC: counted without visitor, address or identify; or nothing of theirs is kept
             * @default anonymous
             * @enum {string}
             */
            gpc: "anonymous" | "drop";
            /**
             * @description An identify without signature: makes a contact of its own with unproven claims; or is ignored
             * @default claims
             * @enum {string}
             */
            unsigned: "claims" | "ignored";
            /**
             * @description How many events a second it takes; bursts of ten seconds' worth
             * @default 1000
             */
            eventsPerSecond: number;
        };
        WriteKeyRequestInput: {
            /** @description What the team calls the website */
            name: string;
            /** @description From where it takes events */
            origins: string[];
            /**
             * @description What is kept of visitors' addresses: nothing, the network (IPv4 /24, IPv6 /48), or all of it
             * @default truncated
             * @enum {string}
             */
            ip: "off" | "truncated" | "full";
            /**
             * @description Visitors whose browser sends Sec-GPC: counted without visitor, address or identify; or nothing of theirs is kept
             * @default anonymous
             * @enum {string}
             */
            gpc: "anonymous" | "drop";
            /**
             * @description An identify without signature: makes a contact of its own with unproven claims; or is ignored
             * @default claims
             * @enum {string}
             */
            unsigned: "claims" | "ignored";
            /**
             * @description How many events a second it takes; bursts of ten seconds' worth
             * @default 1000
             */
            eventsPerSecond: number;
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
    getActivities: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                contact?: string;
                company?: string;
                deal?: string;
                conversation?: string;
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
                        items: components["schemas"]["Activity"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postActivities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
        };
    };
    deleteActivitiesByActivityId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
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
    getBulkJobs: {
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
                        items: components["schemas"]["BulkJob"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postBulkJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkJob"];
                };
            };
        };
    };
    getBulkJobsByBulkId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulkId: string;
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
                    "application/json": components["schemas"]["BulkJob"];
                };
            };
        };
    };
    postBulkJobsByBulkIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulkId: string;
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
                    "application/json": components["schemas"]["BulkJob"];
                };
            };
        };
    };
    getBulkJobsByBulkIdProblems: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path: {
                bulkId: string;
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
                        items: components["schemas"]["BulkProblem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postBulkJobsByBulkIdUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulkId: string;
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
                    "application/json": components["schemas"]["BulkJob"];
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
    getCompanies: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Part of the name or of the domain; accents and case do not matter */
                search?: string;
                owner?: string;
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
                        items: components["schemas"]["Company"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postCompanies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
        };
    };
    getCompaniesByCompanyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                companyId: string;
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
                    "application/json": components["schemas"]["Company"];
                };
            };
        };
    };
    deleteCompaniesByCompanyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                companyId: string;
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
    patchCompaniesByCompanyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                companyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
        };
    };
    postCompaniesByCompanyIdMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                companyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The company that is given up; its people, deals, tasks and activities move
                     */
                    otherId: string;
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
                    "application/json": components["schemas"]["Company"];
                };
            };
        };
    };
    getCompaniesByCompanyIdPeople: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path: {
                companyId: string;
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
                        items: components["schemas"]["ContactSummary"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getContactViews: {
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
                        items: components["schemas"]["SavedView"][];
                    };
                };
            };
        };
    };
    postContactViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    putContactViewsPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewPlacesInput"];
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
                        items: components["schemas"]["SavedView"][];
                    };
                };
            };
        };
    };
    deleteContactViewsByViewId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                viewId: string;
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
    patchContactViewsByViewId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                viewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
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
                /** @description JSON: a list of at most 20 conditions (see `Condition`) which all must hold, as [{"about":"field","field":"stage","op":"is","value":"customer"}] */
                filter?: string;
                tag?: string;
                stage?: string;
                /** @description name, company, stage, score, created_at, last_seen_at or fields.<key>; those without a value come last. Missing: newest first. Together with `search` the newest 1,000 found are sorted */
                sort?: string;
                /** @description asc, or desc where `sort` is missing */
                direction?: "asc" | "desc";
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
    getContactsCount: {
        parameters: {
            query?: {
                /** @description Name (accents and case do not matter), phone in any notation, e-mail, username or company */
                search?: string;
                /** @description JSON: a list of at most 20 conditions (see `Condition`) which all must hold, as [{"about":"field","field":"stage","op":"is","value":"customer"}] */
                filter?: string;
                tag?: string;
                stage?: string;
                /** @description true: counts to the end (within 20 s) instead of to 10,000 */
                exact?: string;
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
                    "application/json": components["schemas"]["ContactCount"];
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
    postContactsByContactIdAddresses: {
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
                "application/json": components["schemas"]["AddressRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactAddress"];
                };
            };
        };
    };
    deleteContactsByContactIdAddressesByAddressId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                addressId: string;
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
    patchContactsByContactIdAddressesByAddressId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                addressId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactAddress"];
                };
            };
        };
    };
    putContactsByContactIdDuplicatesByOtherContactIdDismissal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                otherContactId: string;
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
    deleteContactsByContactIdDuplicatesByOtherContactIdDismissal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                otherContactId: string;
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
    getContactsByContactIdMergePreview: {
        parameters: {
            query: {
                otherContactId: string;
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
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
        };
    };
    postContactsByContactIdMerges: {
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
                "application/json": components["schemas"]["MergeRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
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
    getContactsByContactIdScore: {
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
                    "application/json": components["schemas"]["ScoreExplained"];
                };
            };
        };
    };
    getContactsByContactIdSegments: {
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
                    "application/json": {
                        items: components["schemas"]["SegmentOfContact"][];
                    };
                };
            };
        };
    };
    getContactsByContactIdStages: {
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
                    "application/json": {
                        /** @description Newest first, at most 200 */
                        items: components["schemas"]["StageEntry"][];
                    };
                };
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
                /** @description Only what is of this kind */
                kind?: "messages" | "notes" | "website" | "changes" | "consents" | "sales" | "segments" | "campaigns";
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
    getDealReasons: {
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
                        items: components["schemas"]["DealReason"][];
                        next: null;
                    };
                };
            };
        };
    };
    postDealReasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "won" | "lost";
                    name: string;
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
                    "application/json": components["schemas"]["DealReason"];
                };
            };
        };
    };
    deleteDealReasonsByReasonId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reasonId: string;
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
    patchDealReasonsByReasonId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reasonId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
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
                    "application/json": components["schemas"]["DealReason"];
                };
            };
        };
    };
    getDeals: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                pipeline?: string;
                owner?: string | "nobody";
                /** @description Expected on or after this day */
                expectedFrom?: string;
                /** @description Expected on or before this day */
                expectedTo?: string;
                stage?: string;
                state?: "open" | "won" | "lost" | "all";
                company?: string;
                contact?: string;
                /** @description expected: soonest first, those without a date last; value: greatest number first, whatever the currency; board: as the column of `stage` stands */
                sort?: "newest" | "expected" | "value" | "board";
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
                        items: components["schemas"]["Deal"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postDeals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DealRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deal"];
                };
            };
        };
    };
    getDealsTotals: {
        parameters: {
            query: {
                pipeline: string;
                owner?: string | "nobody";
                /** @description Expected on or after this day */
                expectedFrom?: string;
                /** @description Expected on or before this day */
                expectedTo?: string;
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
                    "application/json": components["schemas"]["DealTotals"];
                };
            };
        };
    };
    getDealsByDealId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dealId: string;
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
                    "application/json": components["schemas"]["Deal"];
                };
            };
        };
    };
    deleteDealsByDealId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dealId: string;
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
    patchDealsByDealId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dealId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DealChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deal"];
                };
            };
        };
    };
    getDealsByDealIdHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dealId: string;
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
                    "application/json": components["schemas"]["DealHistory"];
                };
            };
        };
    };
    putDealsByDealIdStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dealId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DealMoveInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deal"];
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
    getDuplicates: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                state?: "open" | "dismissed";
                /** @description strong: a number, an address or a user id in common; weak: a name and something else */
                strength?: "strong" | "weak";
                /** @description Only pairs of this contact */
                contactId?: string;
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
                        items: components["schemas"]["Duplicate"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getDuplicatesCounts: {
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
                    "application/json": components["schemas"]["DuplicateCounts"];
                };
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
    getEventNames: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Part of the name */
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
                        items: components["schemas"]["EventName"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getEventNamesDetail: {
        parameters: {
            query: {
                name: string;
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
                    "application/json": components["schemas"]["EventNameDetail"];
                };
            };
        };
    };
    patchEventNamesDetail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventNameChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventNameDetail"];
                };
            };
        };
    };
    patchEventNamesProperties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventPropertyChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventNameDetail"];
                };
            };
        };
    };
    postEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventMessagesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventVerdicts"];
                };
            };
        };
    };
    getEventsLive: {
        parameters: {
            query?: {
                /** @description Only this name */
                name?: string;
                /** @description Only from this write key or API key */
                keyId?: string;
                bots?: "with" | "without" | "only";
                /** @description How many, newest first; at most 100 */
                limit?: number;
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
                content?: never;
            };
        };
    };
    getEventsRecent: {
        parameters: {
            query?: {
                /** @description Only this name */
                name?: string;
                /** @description Only from this write key or API key */
                keyId?: string;
                bots?: "with" | "without" | "only";
                /** @description How many, newest first; at most 100 */
                limit?: number;
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
                        items: components["schemas"]["Arrival"][];
                    };
                };
            };
        };
    };
    getExports: {
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
                        items: components["schemas"]["Export"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postExports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
        };
    };
    getExportsByExportId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: string;
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
                    "application/json": components["schemas"]["Export"];
                };
            };
        };
    };
    deleteExportsByExportId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: string;
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
    getExportsByExportIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: string;
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
    getFields: {
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
                        items: components["schemas"]["Field"][];
                    };
                };
            };
        };
    };
    postFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
        };
    };
    getFieldsCategories: {
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
                            key: string;
                            name: string;
                            /** @enum {string} */
                            type: "text" | "long_text" | "number" | "money" | "date" | "time" | "yes_no" | "choice" | "choices" | "link" | "phone" | "email";
                            /** @enum {string} */
                            category: "user" | "user.name" | "user.contact" | "user.contact.address" | "user.demographic" | "user.workplace" | "user.behavior" | "user.location" | "user.financial" | "user.health_and_medical" | "user.government_id" | "user.content.private" | "user.unique_id";
                            archived: boolean;
                            deleting: boolean;
                        }[];
                    };
                };
            };
        };
    };
    putFieldsOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All fields, archived ones too, in their new order */
                    keys: string[];
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
                        items: components["schemas"]["Field"][];
                    };
                };
            };
        };
    };
    deleteFieldsByFieldKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fieldKey: string;
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
    patchFieldsByFieldKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fieldKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
        };
    };
    postFieldsByFieldKeyArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fieldKey: string;
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
                    "application/json": components["schemas"]["Field"];
                };
            };
        };
    };
    postFieldsByFieldKeyUnarchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fieldKey: string;
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
                    "application/json": components["schemas"]["Field"];
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
    getImports: {
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
                        items: components["schemas"]["Import"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postImports: {
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
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    getImportsByImportId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
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
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    deleteImportsByImportId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
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
    postImportsByImportIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
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
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    postImportsByImportIdCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportSettingsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    getImportsByImportIdPreview: {
        parameters: {
            query?: {
                /** @description Of a text file; ignored for .xlsx */
                encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1250" | "windows-1251" | "windows-1254" | "windows-1256" | "iso-8859-15" | "macintosh";
                /** @description What divides the cells of a text file */
                delimiter?: "," | ";" | "\t" | "|";
                /** @description Which sheet of a workbook; empty for a text file */
                sheet?: string;
                headerRow?: number;
            };
            header?: never;
            path: {
                importId: string;
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
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    getImportsByImportIdProblems: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path: {
                importId: string;
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
                        columns: string[];
                        items: components["schemas"]["ImportProblem"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getImportsByImportIdProblemsFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
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
    postImportsByImportIdRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
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
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    postImportsByImportIdUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
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
                        removed: number;
                        kept: number;
                    };
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
    getLists: {
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
                        items: components["schemas"]["List"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List"];
                };
            };
        };
    };
    deleteListsByListId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
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
    patchListsByListId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List"];
                };
            };
        };
    };
    getListsByListIdContacts: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path: {
                listId: string;
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
                        items: components["schemas"]["ListMember"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postListsByListIdContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListMembersChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListMembersChanged"];
                };
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
    getMeSessions: {
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
                    "application/json": components["schemas"]["Session"][];
                };
            };
        };
    };
    deleteMeSessions: {
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
    deleteMeSessionsBySessionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
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
    getMeTwoFactor: {
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
                    "application/json": components["schemas"]["TwoFactorState"];
                };
            };
        };
    };
    postMeTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
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
                    "application/json": components["schemas"]["TwoFactorSecret"];
                };
            };
        };
    };
    postMeTwoFactorConfirmation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of the app */
                    code: string;
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
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    postMeTwoFactorRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    code: string;
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
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    postMeTwoFactorRemoval: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    code: string;
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
    getMerges: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Only merges of this contact */
                contactId?: string;
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
                        items: components["schemas"]["Merge"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postMergesByMergeIdUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mergeId: string;
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
                    "application/json": components["schemas"]["Merge"];
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
    getOrganizationTwoFactor: {
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
                    "application/json": components["schemas"]["TwoFactorPolicy"];
                };
            };
        };
    };
    putOrganizationTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TwoFactorPolicyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TwoFactorPolicy"];
                };
            };
        };
    };
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
    getPipelines: {
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
                        items: components["schemas"]["Pipeline"][];
                        next: null;
                    };
                };
            };
        };
    };
    postPipelines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 80 characters; at most 20 pipelines */
                    name: string;
                    /** @description Three letters of ISO 4217; the first pipeline's where it is missing */
                    currency?: string;
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
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
        };
    };
    deletePipelinesByPipelineId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pipelineId: string;
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
    patchPipelinesByPipelineId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pipelineId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Of new deals; deals there are keep theirs */
                    currency?: string;
                    /** @description Its place among the pipelines, from 1 */
                    position?: number;
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
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
        };
    };
    putPipelinesByPipelineIdStageOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pipelineId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All open stages, in their new order */
                    stageIds: string[];
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
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
        };
    };
    postPipelinesByPipelineIdStages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pipelineId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default 50 */
                    probability?: number;
                    /** @description One of six colours */
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
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
        };
    };
    patchPipelinesByPipelineIdStagesByStageId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pipelineId: string;
                stageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Of open stages only */
                    probability?: number;
                    /** @description One of six colours */
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
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
        };
    };
    postPipelinesByPipelineIdStagesByStageIdRemoval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pipelineId: string;
                stageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description An open stage of the same pipeline: where the deals in it go
                     */
                    successorId: string;
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
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
        };
    };
    getScoreRules: {
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
                        items: components["schemas"]["ScoreRule"][];
                        /** @description Everybody is being counted again after a change; null: all is up to date */
                        counting: {
                            counted: number;
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
                    };
                };
            };
        };
    };
    postScoreRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreRuleRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreRule"];
                };
            };
        };
    };
    postScoreRulesPreview: {
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
                    contactId: string;
                    /** @description What it adds to the score, for each event that counts; less than 0 takes away */
                    points: number;
                    rule: {
                        /** @enum {string} */
                        kind: "condition";
                        condition: components["schemas"]["ConditionInput"];
                    } | {
                        /** @enum {string} */
                        kind: "event";
                        /** @description The event's name, such as message.received, page.viewed or a name you track */
                        event: string;
                        /**
                         * @description How many of the newest events count
                         * @default 1
                         */
                        atMost?: number;
                        /**
                         * @description How old an event may be; null: as old as it is kept
                         * @default null
                         */
                        windowDays?: number | null;
                        /**
                         * @description After how many days an event counts half; null: it always counts whole
                         * @default null
                         */
                        halfLifeDays?: number | null;
                    };
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
                    "application/json": components["schemas"]["ScorePreview"];
                };
            };
        };
    };
    deleteScoreRulesByRuleId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
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
    patchScoreRulesByRuleId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreRuleChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreRule"];
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
    getSegments: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                state?: "live" | "archived";
                /** @description Part of the name */
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
                        items: components["schemas"]["SegmentSummary"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
        };
    };
    postSegmentsImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentImportInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentImported"];
                };
            };
        };
    };
    postSegmentsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentPreviewRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentPreview"];
                };
            };
        };
    };
    getSegmentsText: {
        parameters: {
            query?: {
                /** @description Which; all where none is named */
                segmentId?: string | string[];
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
                    "application/json": components["schemas"]["SegmentText"];
                };
            };
        };
    };
    getSegmentsBySegmentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
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
                    "application/json": components["schemas"]["Segment"];
                };
            };
        };
    };
    deleteSegmentsBySegmentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
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
    patchSegmentsBySegmentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
        };
    };
    postSegmentsBySegmentIdArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
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
                    "application/json": components["schemas"]["Segment"];
                };
            };
        };
    };
    getSegmentsBySegmentIdContacts: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: never;
            path: {
                segmentId: string;
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
                        items: components["schemas"]["SegmentMember"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getSegmentsBySegmentIdContactsByContactIdExplain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
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
                    "application/json": components["schemas"]["SegmentExplanation"];
                };
            };
        };
    };
    postSegmentsBySegmentIdCopies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
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
                    "application/json": components["schemas"]["Segment"];
                };
            };
        };
    };
    getSegmentsBySegmentIdDays: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                segmentId: string;
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
                    "application/json": components["schemas"]["SegmentDays"];
                };
            };
        };
    };
    postSegmentsBySegmentIdRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
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
                    "application/json": components["schemas"]["Segment"];
                };
            };
        };
    };
    postSegmentsBySegmentIdRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
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
                    "application/json": components["schemas"]["Segment"];
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
    postSignInSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the refusal `second_factor_needed` of signing in; works for ten minutes and five tries */
                    challenge: string;
                    /** @description Six digits of the app, or a recovery code */
                    code: string;
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
    getStages: {
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
                        items: components["schemas"]["Stage"][];
                    };
                };
            };
        };
    };
    postStages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stage"];
                };
            };
        };
    };
    putStagesOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    keys: string[];
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
                        items: components["schemas"]["Stage"][];
                    };
                };
            };
        };
    };
    deleteStagesByStageKey: {
        parameters: {
            query: {
                /** @description The stage the people in it go to */
                successor: string;
            };
            header?: never;
            path: {
                stageKey: string;
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
    patchStagesByStageKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stage"];
                };
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
    getTasks: {
        parameters: {
            query?: {
                /** @description How many items, at most 100 */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description today: due before the day is over and not overdue; upcoming: later, and those without a time; by when they are due, done ones by when they were done, latest first */
                show?: "open" | "overdue" | "today" | "upcoming" | "done";
                /** @description A member, `me`, or `nobody`; everybody's where it is missing */
                assignee?: string | "me" | "nobody";
                contact?: string;
                company?: string;
                deal?: string;
                conversation?: string;
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
                        items: components["schemas"]["Task"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    getTasksCounts: {
        parameters: {
            query?: {
                /** @description A member, `me`, or `nobody`; everybody's where it is missing */
                assignee?: string | "me" | "nobody";
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
                    "application/json": components["schemas"]["TaskCounts"];
                };
            };
        };
    };
    getTasksPreferences: {
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
                    "application/json": components["schemas"]["TaskPreferences"];
                };
            };
        };
    };
    putTasksPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskPreferencesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPreferences"];
                };
            };
        };
    };
    getTasksReminders: {
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
                        items: components["schemas"]["Task"][];
                        next: null;
                    };
                };
            };
        };
    };
    getTasksByTaskId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
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
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    deleteTasksByTaskId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
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
    patchTasksByTaskId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    postTasksByTaskIdDone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
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
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    postTasksByTaskIdReopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
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
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    postTasksByTaskIdSeen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
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
    getWriteKeys: {
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
                        items: components["schemas"]["WriteKey"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    postWriteKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteKeyRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteKey"];
                };
            };
        };
    };
    deleteWriteKeysByWriteKeyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                writeKeyId: string;
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
    patchWriteKeysByWriteKeyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                writeKeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteKeyChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteKey"];
                };
            };
        };
    };
    postWriteKeysByWriteKeyIdSigningSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                writeKeyId: string;
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
                    "application/json": components["schemas"]["SigningSecret"];
                };
            };
        };
    };
}
