//! The types of Polar's page of checkout sessions, listed once for every way of deriving them.

/// Calls one macro per kind of type: objects, texts, unions with a tag, unions without.
macro_rules! polar_types {
    ($record:ident, $text:ident, $tagged:ident, $untagged:ident) => {
        $record! { CheckoutPage {
            items: Vec<Checkout>,
            pagination: Pagination,
        } }
        $record! { Checkout {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            payment_processor: PaymentProcessor,
            status: CheckoutStatus,
            client_secret: String,
            url: String,
            expires_at: String,
            success_url: String,
            return_url: Option<String>,
            embed_origin: Option<String>,
            amount: Option<i64>,
            seats: Option<i64>,
            min_seats: Option<i64>,
            max_seats: Option<i64>,
            discount_amount: Option<i64>,
            net_amount: Option<i64>,
            tax_amount: Option<i64>,
            tax_behavior: Option<TaxBehavior>,
            currency: Option<String>,
            subtotal_amount: Option<i64>,
            total_amount: Option<i64>,
            allow_trial: Option<bool>,
            active_trial_interval: Option<TrialInterval>,
            active_trial_interval_count: Option<i64>,
            trial_interval: Option<TrialInterval>,
            trial_interval_count: Option<i64>,
            trial_end: Option<String>,
            organization_id: Option<String>,
            product_id: Option<String>,
            product_price_id: Option<String>,
            discount_id: Option<String>,
            allow_discount_codes: bool,
            require_billing_address: Option<bool>,
            is_discount_applicable: bool,
            is_free_product_price: bool,
            is_payment_required: bool,
            is_payment_setup_required: bool,
            is_payment_form_required: bool,
            customer_id: Option<String>,
            external_customer_id: Option<String>,
            is_business_customer: Option<bool>,
            customer_name: Option<String>,
            customer_email: Option<String>,
            customer_ip_address: Option<String>,
            customer_billing_name: Option<String>,
            customer_billing_address: Option<Address>,
            customer_tax_id: Option<String>,
            billing_address_fields: Option<BillingAddressFields>,
            locale: Option<String>,
            payment_processor_metadata: BTreeMap<String, String>,
            products: Vec<CheckoutProduct>,
            product: Option<CheckoutProduct>,
            product_price: Option<CheckoutPrice>,
            prices: Option<BTreeMap<String, Vec<CheckoutPrice>>>,
            discount: Option<CheckoutDiscount>,
            subscription_id: Option<String>,
            attached_custom_fields: Option<Vec<AttachedCustomField>>,
            custom_field_data: Option<BTreeMap<String, Value>>,
            metadata: BTreeMap<String, Value>,
            customer_metadata: BTreeMap<String, Value>,
        } }
        $record! { Pagination {
            total_count: i64,
            max_page: i64,
        } }
        $text! { PaymentProcessor { Stripe = "stripe" } }
        $text! { CheckoutStatus {
            Open = "open", Expired = "expired", Confirmed = "confirmed", Succeeded = "succeeded", Failed =
            "failed",
        } }
        $text! { TaxBehavior { Inclusive = "inclusive", Exclusive = "exclusive" } }
        $text! { TrialInterval { Day = "day", Week = "week", Month = "month", Year = "year" } }
        $record! { Address {
            country: String,
            line1: Option<String>,
            line2: Option<String>,
            postal_code: Option<String>,
            city: Option<String>,
            state: Option<String>,
        } }
        $record! { BillingAddressFields {
            country: Option<BillingAddressFieldMode>,
            state: Option<BillingAddressFieldMode>,
            city: Option<BillingAddressFieldMode>,
            postal_code: Option<BillingAddressFieldMode>,
            line1: Option<BillingAddressFieldMode>,
            line2: Option<BillingAddressFieldMode>,
        } }
        $record! { CheckoutProduct {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            name: String,
            description: Option<String>,
            visibility: Option<String>,
            recurring_interval: Option<RecurringInterval>,
            recurring_interval_count: Option<i64>,
            trial_interval: Option<TrialInterval>,
            trial_interval_count: Option<i64>,
            is_recurring: bool,
            is_archived: bool,
            organization_id: String,
            prices: Vec<CheckoutPrice>,
            benefits: Vec<CheckoutBenefit>,
            medias: Vec<CheckoutMedia>,
        } }
        $tagged! { CheckoutPrice by "amount_type" {
            Fixed = "fixed" CheckoutPriceFixed, Custom = "custom" CheckoutPriceCustom, Free = "free"
            CheckoutPriceFree, SeatBased = "seat_based" CheckoutPriceSeatBased, MeteredUnit =
            "metered_unit" CheckoutPriceMeteredUnit,
        } }
        $untagged! { CheckoutDiscount {
            FixedRepeating CheckoutDiscountFixedRepeating, Fixed CheckoutDiscountFixed,
            PercentageRepeating CheckoutDiscountPercentageRepeating, Percentage CheckoutDiscountPercentage,
        } }
        $record! { AttachedCustomField {
            custom_field_id: String,
            custom_field: CustomField,
            order: i64,
            required: bool,
        } }
        $text! { BillingAddressFieldMode {
            Required = "required", Optional = "optional", Disabled = "disabled",
        } }
        $text! { RecurringInterval { Month = "month", Year = "year", Day = "day", Week = "week" } }
        $record! { CheckoutBenefit {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            r#type: BenefitType,
            description: String,
            selectable: bool,
            deletable: bool,
            is_deleted: Option<bool>,
            organization_id: String,
        } }
        $record! { CheckoutMedia {
            id: String,
            organization_id: Option<String>,
            name: Option<String>,
            path: Option<String>,
            mime_type: Option<String>,
            size: Option<i64>,
            storage_version: Option<String>,
            checksum_etag: Option<String>,
            checksum_sha256_base64: Option<String>,
            checksum_sha256_hex: Option<String>,
            last_modified_at: Option<String>,
            version: Option<String>,
            service: MediaService,
            is_uploaded: Option<bool>,
            created_at: Option<String>,
            size_readable: Option<String>,
            public_url: Option<String>,
        } }
        $record! { CheckoutPriceFixed {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            source: Option<PriceSource>,
            is_archived: bool,
            product_id: String,
            tax_behavior: Option<PriceTaxBehavior>,
            r#type: Option<CheckoutPriceType>,
            recurring_interval: Option<RecurringInterval>,
            legacy: Option<bool>,
            price_currency: String,
            price_amount: i64,
        } }
        $record! { CheckoutPriceCustom {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            source: Option<PriceSource>,
            is_archived: bool,
            product_id: String,
            tax_behavior: Option<PriceTaxBehavior>,
            r#type: Option<CheckoutPriceType>,
            recurring_interval: Option<RecurringInterval>,
            legacy: Option<bool>,
            price_currency: String,
            minimum_amount: Option<i64>,
            maximum_amount: Option<i64>,
            preset_amount: Option<i64>,
        } }
        $record! { CheckoutPriceFree {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            source: Option<PriceSource>,
            is_archived: bool,
            product_id: String,
            tax_behavior: Option<PriceTaxBehavior>,
            r#type: Option<CheckoutPriceType>,
            recurring_interval: Option<RecurringInterval>,
            legacy: Option<bool>,
            price_currency: Option<String>,
        } }
        $record! { CheckoutPriceSeatBased {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            source: Option<PriceSource>,
            is_archived: bool,
            product_id: String,
            tax_behavior: Option<PriceTaxBehavior>,
            r#type: Option<CheckoutPriceType>,
            recurring_interval: Option<RecurringInterval>,
            legacy: Option<bool>,
            price_currency: String,
            seat_tiers: Option<SeatTiers>,
            price_per_seat: Option<i64>,
        } }
        $record! { CheckoutPriceMeteredUnit {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            source: Option<PriceSource>,
            is_archived: bool,
            product_id: String,
            tax_behavior: Option<PriceTaxBehavior>,
            r#type: Option<CheckoutPriceType>,
            recurring_interval: Option<RecurringInterval>,
            legacy: Option<bool>,
            price_currency: String,
            unit_amount: String,
            cap_amount: Option<i64>,
            meter_id: String,
            meter: Option<CheckoutMeter>,
        } }
        $record! { CheckoutDiscountFixedRepeating {
            duration: CheckoutDiscountFixedRepeatingDuration,
            r#type: CheckoutDiscountFixedRepeatingType,
            duration_in_months: i64,
            amount: i64,
            currency: String,
            amounts: Option<BTreeMap<String, i64>>,
            id: String,
            name: String,
            code: Option<String>,
        } }
        $record! { CheckoutDiscountFixed {
            duration: OnceOrForever,
            r#type: CheckoutDiscountFixedType,
            amount: i64,
            currency: String,
            amounts: Option<BTreeMap<String, i64>>,
            id: String,
            name: String,
            code: Option<String>,
        } }
        $record! { CheckoutDiscountPercentageRepeating {
            duration: CheckoutDiscountPercentageRepeatingDuration,
            r#type: CheckoutDiscountPercentageRepeatingType,
            duration_in_months: i64,
            basis_points: i64,
            id: String,
            name: String,
            code: Option<String>,
        } }
        $record! { CheckoutDiscountPercentage {
            duration: OnceOrForever,
            r#type: CheckoutDiscountPercentageType,
            basis_points: i64,
            id: String,
            name: String,
            code: Option<String>,
        } }
        $tagged! { CustomField by "type" {
            Text = "text" CustomFieldText, Number = "number" CustomFieldNumber, Date = "date"
            CustomFieldDate, Checkbox = "checkbox" CustomFieldCheckbox, Select = "select"
            CustomFieldSelect,
        } }
        $text! { BenefitType {
            Custom = "custom", Ads = "ads", Discord = "discord", GithubRepository = "github_repository",
            Downloadables = "downloadables", LicenseKeys = "license_keys", MeterCredit = "meter_credit",
            FeatureFlag = "feature_flag", SlackSharedChannel = "slack_shared_channel",
        } }
        $text! { MediaService { ProductMedia = "product_media" } }
        $text! { PriceSource { Catalog = "catalog", AdHoc = "ad_hoc" } }
        $text! { PriceTaxBehavior {
            Location = "location", Inclusive = "inclusive", Exclusive = "exclusive",
        } }
        $text! { CheckoutPriceType { Recurring = "recurring", OneTime = "one_time" } }
        $record! { SeatTiers {
            seat_tier_type: Option<SeatTierType>,
            tiers: Vec<SeatTier>,
            minimum_seats: Option<i64>,
            maximum_seats: Option<i64>,
        } }
        $record! { CheckoutMeter {
            id: String,
            name: String,
            unit: Option<String>,
            custom_label: Option<String>,
            custom_multiplier: Option<i64>,
        } }
        $text! { CheckoutDiscountFixedRepeatingDuration { Repeating = "repeating" } }
        $text! { CheckoutDiscountFixedRepeatingType { Fixed = "fixed" } }
        $text! { OnceOrForever { Once = "once", Forever = "forever" } }
        $text! { CheckoutDiscountFixedType { Fixed = "fixed" } }
        $text! { CheckoutDiscountPercentageRepeatingDuration { Repeating = "repeating" } }
        $text! { CheckoutDiscountPercentageRepeatingType { Percentage = "percentage" } }
        $text! { CheckoutDiscountPercentageType { Percentage = "percentage" } }
        $record! { CustomFieldText {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            metadata: Option<BTreeMap<String, Value>>,
            slug: String,
            name: String,
            organization_id: String,
            properties: CustomFieldTextProperties,
        } }
        $record! { CustomFieldNumber {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            metadata: Option<BTreeMap<String, Value>>,
            slug: String,
            name: String,
            organization_id: String,
            properties: CustomFieldNumberProperties,
        } }
        $record! { CustomFieldDate {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            metadata: Option<BTreeMap<String, Value>>,
            slug: String,
            name: String,
            organization_id: String,
            properties: CustomFieldDateProperties,
        } }
        $record! { CustomFieldCheckbox {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            metadata: Option<BTreeMap<String, Value>>,
            slug: String,
            name: String,
            organization_id: String,
            properties: CustomFieldCheckboxProperties,
        } }
        $record! { CustomFieldSelect {
            created_at: String,
            modified_at: Option<String>,
            id: String,
            metadata: Option<BTreeMap<String, Value>>,
            slug: String,
            name: String,
            organization_id: String,
            properties: CustomFieldSelectProperties,
        } }
        $text! { SeatTierType { Volume = "volume", Graduated = "graduated" } }
        $record! { SeatTier {
            min_seats: i64,
            max_seats: Option<i64>,
            price_per_seat: i64,
        } }
        $record! { CustomFieldTextProperties {
            form_label: Option<String>,
            form_help_text: Option<String>,
            form_placeholder: Option<String>,
            textarea: Option<bool>,
            min_length: Option<i64>,
            max_length: Option<i64>,
        } }
        $record! { CustomFieldNumberProperties {
            form_label: Option<String>,
            form_help_text: Option<String>,
            form_placeholder: Option<String>,
            ge: Option<i64>,
            le: Option<i64>,
        } }
        $record! { CustomFieldDateProperties {
            form_label: Option<String>,
            form_help_text: Option<String>,
            form_placeholder: Option<String>,
            ge: Option<i64>,
            le: Option<i64>,
        } }
        $record! { CustomFieldCheckboxProperties {
            form_label: Option<String>,
            form_help_text: Option<String>,
            form_placeholder: Option<String>,
        } }
        $record! { CustomFieldSelectProperties {
            form_label: Option<String>,
            form_help_text: Option<String>,
            form_placeholder: Option<String>,
            options: Vec<CustomFieldOption>,
        } }
        $record! { CustomFieldOption {
            value: String,
            label: String,
        } }
    };
}

pub(crate) use polar_types;
