//! The types of Creem's checkout session, listed once for every way of deriving them.

/// Calls one macro per kind of type: objects, texts, unions with a tag, unions without.
macro_rules! creem_types {
    ($record:ident, $text:ident, $tagged:ident, $untagged:ident) => {
        $record! { Checkout {
            id: String,
            mode: Mode,
            object: String,
            status: CheckoutStatus,
            request_id: Option<String>,
            product: Expandable<Product>,
            units: Option<i64>,
            custom_price: Option<i64>,
            order: Option<Order>,
            subscription: Option<Expandable<Subscription>>,
            customer: Option<Expandable<Customer>>,
            custom_fields: Option<Vec<CustomField>>,
            checkout_url: String,
            success_url: Option<String>,
            feature: Option<CheckoutFeatures>,
            license_keys: Option<Vec<License>>,
            metadata: Option<BTreeMap<String, Value>>,
            discount: Option<CheckoutDiscount>,
        } }
        $text! { Mode { Test = "test", Live = "live", Sandbox = "sandbox", Prod = "prod", Local = "local" } }
        $text! { CheckoutStatus {
            Pending = "pending", Processing = "processing", Completed = "completed", Expired = "expired",
        } }
        $record! { Product {
            id: String,
            mode: Option<Mode>,
            object: Option<String>,
            name: String,
            description: Option<String>,
            image_url: Option<String>,
            image_urls: Option<Vec<String>>,
            features: Option<Vec<ProductFeature>>,
            price: Option<i64>,
            currency: Option<String>,
            billing_type: Option<BillingType>,
            billing_period: Option<BillingPeriod>,
            recurring_interval: Option<String>,
            recurring_interval_count: Option<i64>,
            status: Option<String>,
            tax_mode: Option<String>,
            tax_category: Option<String>,
            product_url: Option<String>,
            default_success_url: Option<String>,
            custom_fields: Option<Vec<CustomField>>,
            created_at: Option<String>,
            updated_at: Option<String>,
        } }
        $record! { Order {
            id: String,
            mode: Mode,
            object: String,
            customer: Option<String>,
            product: String,
            transaction: Option<String>,
            discount: Option<String>,
            amount: i64,
            sub_total: Option<i64>,
            tax_amount: Option<i64>,
            discount_amount: Option<i64>,
            amount_due: Option<i64>,
            amount_paid: Option<i64>,
            currency: String,
            fx_amount: Option<f64>,
            fx_currency: Option<String>,
            fx_rate: Option<f64>,
            status: OrderStatus,
            r#type: OrderType,
            affiliate: Option<String>,
            created_at: String,
            updated_at: String,
        } }
        $record! { Subscription {
            id: String,
            mode: Option<Mode>,
            object: Option<String>,
            product: Option<Expandable<Product>>,
            customer: Option<Expandable<Customer>>,
            items: Option<Vec<SubscriptionItem>>,
            collection_method: Option<String>,
            status: Option<SubscriptionStatus>,
            last_transaction_id: Option<String>,
            last_transaction: Option<Transaction>,
            last_transaction_date: Option<String>,
            next_transaction_date: Option<String>,
            current_period_start_date: Option<String>,
            current_period_end_date: Option<String>,
            canceled_at: Option<String>,
            created_at: Option<String>,
            updated_at: Option<String>,
        } }
        $record! { Customer {
            id: String,
            mode: Option<Mode>,
            object: Option<String>,
            email: Option<String>,
            name: Option<String>,
            country: Option<String>,
            created_at: Option<String>,
            updated_at: Option<String>,
        } }
        $record! { CustomField {
            r#type: CustomFieldType,
            key: String,
            label: String,
            optional: Option<bool>,
            text: Option<TextField>,
            checkbox: Option<CheckboxField>,
        } }
        $untagged! { CheckoutFeatures { List Vec<CheckoutFeature>, CheckoutFeature CheckoutFeature } }
        $record! { License {
            id: String,
            mode: Mode,
            object: String,
            product_id: Option<String>,
            status: LicenseStatus,
            key: String,
            activation: i64,
            activation_limit: Option<i64>,
            expires_at: Option<String>,
            created_at: String,
            instance: Option<LicenseInstance>,
        } }
        $record! { CheckoutDiscount {
            id: Option<String>,
            discount_code: Option<String>,
            name: Option<String>,
            r#type: Option<DiscountType>,
            amount: Option<f64>,
            duration: Option<DiscountDuration>,
            duration_in_months: Option<i64>,
        } }
        $record! { ProductFeature {
            id: Option<String>,
            r#type: Option<FeatureType>,
            description: Option<String>,
        } }
        $text! { BillingType { Recurring = "recurring", Onetime = "onetime" } }
        $text! { BillingPeriod {
            EveryDay = "every-day", EveryMonth = "every-month", EveryThreeMonths = "every-three-months",
            EverySixMonths = "every-six-months", EveryYear = "every-year", Once = "once", Custom =
            "custom",
        } }
        $text! { OrderStatus { Pending = "pending", Paid = "paid" } }
        $text! { OrderType { Recurring = "recurring", Onetime = "onetime" } }
        $record! { SubscriptionItem {
            id: String,
            mode: Option<Mode>,
            object: Option<String>,
            product_id: Option<String>,
            price_id: Option<String>,
            units: Option<i64>,
        } }
        $text! { SubscriptionStatus {
            Active = "active", Canceled = "canceled", Unpaid = "unpaid", Paused = "paused", Trialing =
            "trialing", ScheduledCancel = "scheduled_cancel", PastDue = "past_due", Expired = "expired",
        } }
        $record! { Transaction {
            id: String,
            mode: Option<Mode>,
            object: Option<String>,
            amount: Option<i64>,
            amount_paid: Option<i64>,
            discount_amount: Option<i64>,
            currency: Option<String>,
            r#type: Option<String>,
            tax_country: Option<String>,
            tax_amount: Option<i64>,
            status: Option<TransactionStatus>,
            refunded_amount: Option<i64>,
            order: Option<String>,
            subscription: Option<String>,
            customer: Option<String>,
            description: Option<String>,
            period_start: Option<i64>,
            period_end: Option<i64>,
            created_at: Option<i64>,
        } }
        $text! { CustomFieldType { Text = "text", Checkbox = "checkbox" } }
        $record! { TextField {
            max_length: Option<i64>,
            min_length: Option<i64>,
            minimum_length: Option<i64>,
            value: Option<String>,
        } }
        $record! { CheckboxField {
            label: Option<String>,
            value: Option<bool>,
        } }
        $record! { CheckoutFeature {
            id: Option<String>,
            description: Option<String>,
            r#type: Option<FeatureType>,
            private_note: Option<String>,
            file: Option<FileFeature>,
            license_key: Option<License>,
            customer_credits: Option<CustomerCreditsFeature>,
            license: Option<License>,
        } }
        $text! { LicenseStatus {
            Active = "active", Inactive = "inactive", Expired = "expired", Disabled = "disabled",
        } }
        $record! { LicenseInstance {
            id: String,
            mode: Mode,
            object: String,
            name: String,
            status: LicenseInstanceStatus,
            created_at: String,
        } }
        $text! { DiscountType { Percentage = "percentage", Fixed = "fixed" } }
        $text! { DiscountDuration { Forever = "forever", Once = "once", Repeating = "repeating" } }
        $text! { FeatureType {
            Custom = "custom", File = "file", LicenseKey = "licenseKey", CustomerCredits =
            "customerCredits",
        } }
        $text! { TransactionStatus {
            Pending = "pending", Paid = "paid", Refunded = "refunded", PartialRefund = "partialRefund",
            ChargedBack = "chargedBack", Uncollectible = "uncollectible", Declined = "declined", Canceled
            = "canceled", Void = "void",
        } }
        $record! { FileFeature {
            files: Option<Vec<Value>>,
        } }
        $record! { CustomerCreditsFeature {
            amount: Option<String>,
            unit_label: Option<String>,
            bucket_name: Option<String>,
        } }
        $text! { LicenseInstanceStatus { Active = "active", Deactivated = "deactivated" } }
    };
}

pub(crate) use creem_types;
