namespace Thymia.Conformance.Configuration;

/// <summary>A setting that is set, and where.</summary>
/// <param name="Text">Its value; null for a secret, which is never shown.</param>
/// <param name="Origin">As a user knows it, such as <c>the file appsettings.json</c>.</param>
public sealed record SettingOrigin(Setting Setting, string? Text, string Origin);
