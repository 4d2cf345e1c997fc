namespace Thymia.Provider.Defects.Validation;

internal sealed class WebhookUrlTakesNull() : LostNullCheck("webhook-url-takes-null", "webhookUrl");
