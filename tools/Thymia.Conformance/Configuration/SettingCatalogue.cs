using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Configuration;

/// <summary>All settings, in the order in which people care for them.</summary>
public static class SettingCatalogue
{
    public static Setting BaseUrl { get; } =
        new()
        {
            Key = "BaseUrl",
            Placeholder = "URL",
            Description = "Provider under test",
            Allowed = "an absolute http or https URL without user name, query or fragment",
            Default = "a reference provider that starts by itself",
            Set = (options, text) => SettingText.Url(text) is { } url ? options with { BaseUrl = url } : null,
        };

    public static Setting ApiKey { get; } =
        new()
        {
            Key = "ApiKey",
            IsSecret = true,
            Description = "Key that the provider has issued",
            Allowed = "the key alone, in printable ASCII without blanks",
            Default = "the demo key for a provider on this machine, none elsewhere",
            Set = (options, text) => SettingText.IsKey(text) ? options with { ApiKey = text } : null,
        };

    public static Setting TokenUrl { get; } =
        new()
        {
            Key = "TokenUrl",
            Placeholder = "URL",
            Description = "Where clients of OAuth 2.0 (THYMIA_CLIENTS__<scheme>) fetch their tokens",
            Allowed = "an absolute https URL, or http to this machine, without user name or fragment",
            Default = "as the description says, at the origin of the base URL",
            Set = (options, text) => SettingText.TokenUrl(text) is { } url ? options with { TokenUrl = url } : null,
        };

    public static Setting AllowHttp { get; } =
        SettingKinds.Switch("AllowHttp", "Let the key travel unencrypted to a remote host", (options, on) =>
            options with
            {
                AllowHttp = on,
            }
        );

    public static Setting Description { get; } =
        new()
        {
            Key = "Description",
            Placeholder = "FILE",
            Description = "OpenAPI 3 document, YAML or JSON: a file, an https address, or - for standard input",
            Allowed = "the path of a file, an https address (http to this machine), or -",
            Default = "the contract that comes with the suite",
            Set = (options, text) => options with { Description = text },
        };

    public static Setting Operation { get; } =
        SettingKinds.Names(
            "Operation",
            "NAME",
            "Operations to test: \"METHOD /PATH\", an operationId, or a pattern of either with *; may be repeated",
            "all of them",
            (options, names) => options with { Operations = options.Operations with { Named = names } }
        );

    public static Setting Overlay { get; } =
        SettingKinds.Names(
            "Overlay",
            "FILE",
            "Changes to the description, an OpenAPI Overlay 1.0; may be repeated",
            "none",
            (options, files) => options with { Overlays = files }
        ) with
        {
            Allowed = "paths of files, with ; between them where there are several",
        };

    public static Setting Tag { get; } =
        SettingKinds.Names(
            "Tag",
            "NAME",
            "Operations to test, by their tags; may be repeated",
            "all of them",
            (options, names) => options with { Operations = options.Operations with { Tags = names } }
        );

    public static Setting Exclude { get; } =
        SettingKinds.Names(
            "Exclude",
            "NAME",
            "Operations not to test, named as for --operation; may be repeated",
            "none",
            (options, names) => options with { Operations = options.Operations with { Excluded = names } }
        );

    public static Setting IgnoreKeyword { get; } =
        new()
        {
            Key = "IgnoreKeyword",
            Placeholder = "NAME,…",
            Description = "Keywords of the description that cannot be judged and are passed over",
            Allowed = "names of keywords, such as $vocabulary,$schema",
            Default = "none: such a keyword is refused",
            Set = (options, text) =>
                SettingText.Ignorable(text) is { } names ? options with { IgnoredKeywords = names } : null,
        };

    public static Setting Only { get; } =
        new()
        {
            Key = "Only",
            Placeholder = "WHICH",
            Description = "Valid cases alone, or invalid ones",
            Allowed = "valid, invalid or all",
            Default = "all",
            Set = (options, text) => SettingText.Only(text) is { } only ? options with { Only = only } : null,
        };

    public static Setting Filter { get; } =
        new()
        {
            Key = "Filter",
            Placeholder = "NAME=VALUE,…",
            Description = "Cases that meet each condition; * stands for any text",
            Allowed = $"conditions on {string.Join(", ", CaseFilter.Names)}, such as location=user.*,keyword=enum",
            Default = "all cases",
            Set = (options, text) => CaseFilter.TryParse(text) is { } filter ? options with { Filter = filter } : null,
        };

    public static Setting Seed { get; } =
        new()
        {
            Key = "Seed",
            Placeholder = "N",
            Description = "Number that reproduces a run",
            Allowed = "a whole number from 0 to 18446744073709551615",
            Default = "1",
            Set = (options, text) => SettingText.Seed(text) is { } seed ? options with { Seed = seed } : null,
        };

    public static Setting Random { get; } =
        new()
        {
            Key = "Random",
            Placeholder = "N",
            Description = "Random cases on top of the enumerated ones, every other one invalid",
            Allowed = "a whole number from 0 to 1000000",
            Default = "20",
            Set = (options, text) =>
                SettingText.Whole(text, 0, 1_000_000) is { } n ? options with { Random = n } : null,
        };

    public static Setting MaxCases { get; } =
        new()
        {
            Key = "MaxCases",
            Placeholder = "N",
            Description = "Cases enumerated for one operation at most",
            Allowed = "a whole number from 1 to 1000000",
            Default = "2000, and 12000 for all operations together",
            Set = (options, text) =>
                SettingText.Whole(text, 1, 1_000_000) is { } n ? options with { MaxCases = n } : null,
        };

    public static Setting MaxCaseBytes { get; } =
        new()
        {
            Key = "MaxCaseBytes",
            Placeholder = "N",
            Description = "Bytes of a body at most; cases that need more are left out",
            Allowed = "a whole number from 1000 to 100000000",
            Default = "1048576",
            Set = (options, text) =>
                SettingText.Whole(text, 1_000, 100_000_000) is { } n ? options with { MaxCaseBytes = n } : null,
        };

    public static Setting Tier { get; } =
        new()
        {
            Key = "Tier",
            Placeholder = "TIER",
            Description =
                "What must be accepted: what makes sense (plausible) or all the schema's letter allows (schema)",
            Allowed = "plausible or schema",
            Default = "plausible",
            Set = (options, text) => SettingText.Tier(text) is { } tier ? options with { Tier = tier } : null,
        };

    public static Setting Policy { get; } =
        new()
        {
            Key = "Policy",
            Placeholder = "NAME|FILE",
            Description = "Whose coercions of invalid input are tolerated",
            Allowed =
                $"strict, {string.Join(", ", PolicyName.OfFrameworks)}, a file of your own, or auto to tell by the "
                + "answers to "
                + "three probes",
            Default = "auto with a base URL, strict for the embedded provider",
            Set = (options, text) => PolicyName.Parse(text) is { } policy ? options with { Policy = policy } : null,
        };

    public static Setting AllowPhoneNumbers { get; } =
        SettingKinds.Switch(
            "AllowPhoneNumbers",
            "Send (fictional) phone numbers to a remote host, too",
            (options, on) => options with { AllowPhoneNumbers = on }
        );

    public static Setting AllowChanges { get; } =
        SettingKinds.Switch(
            "AllowChanges",
            "Change and delete on a remote host what the run did not create, too",
            (options, on) => options with { AllowChanges = on }
        );

    public static Setting Rate => SendingSettings.Rate;

    public static Setting Concurrency => SendingSettings.Concurrency;

    public static Setting MaxAcceptedCalls => SendingSettings.MaxAcceptedCalls;

    public static Setting Timeout => SendingSettings.Timeout;

    public static Setting HeadTimeout => SendingSettings.HeadTimeout;

    public static Setting ConnectTimeout => SendingSettings.ConnectTimeout;

    public static Setting ReadyWithin => SendingSettings.ReadyWithin;

    public static Setting MaxDuration => SendingSettings.MaxDuration;

    public static Setting RetryTimeouts { get; } =
        SettingKinds.Switch(
            "RetryTimeouts",
            "Send a request that timed out once more, though it may have created a call",
            (options, on) => options with { RetryTimeouts = on }
        );

    public static Setting MaxBodyBytes => SendingSettings.MaxBodyBytes;

    public static Setting Shard => SendingSettings.Shard;

    public static Setting CaFile => SendingSettings.CaFile;

    public static Setting Out { get; } =
        new()
        {
            Key = "Out",
            Placeholder = "DIR",
            Description = "Folder for results.json, the reports and pacts/",
            Allowed = "the path of a folder",
            Default = "results",
            Set = (options, text) => options with { Out = text },
        };

    public static Setting Consumer { get; } =
        new()
        {
            Key = "Consumer",
            Placeholder = "NAME",
            Description = "Who relies on the provider, as the pact names it",
            Allowed = "a name with a letter or digit in it",
            Default = "thymia-consumer",
            Set = (options, text) => SettingText.IsName(text) ? options with { Consumer = text } : null,
        };

    public static Setting Provider { get; } =
        new()
        {
            Key = "Provider",
            Placeholder = "NAME",
            Description = "The provider, as the pact names it",
            Allowed = "a name with a letter or digit in it",
            Default = "the name of the description's file",
            Set = (options, text) => SettingText.IsName(text) ? options with { Provider = text } : null,
        };

    public static Setting StrictDescription { get; } =
        SettingKinds.Switch(
            "StrictDescription",
            "Refuse a description where a fault leaves out an operation",
            (options, on) => options with { StrictDescription = on }
        );

    /// <summary>In the order of help and tables.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        BaseUrl,
        ApiKey,
        TokenUrl,
        Description,
        Overlay,
        StrictDescription,
        Operation,
        Tag,
        Exclude,
        Seed,
        Random,
        MaxCases,
        MaxCaseBytes,
        Only,
        Filter,
        Shard,
        Tier,
        Policy,
        .. SequenceSettings.All,
        .. JudgingSettings.All,
        Out,
        ReportSettings.Reports,
        ReportSettings.Mask,
        Rate,
        Concurrency,
        MaxAcceptedCalls,
        MaxDuration,
        Timeout,
        HeadTimeout,
        ConnectTimeout,
        ReadyWithin,
        RetryTimeouts,
        MaxBodyBytes,
        AllowHttp,
        CaFile,
        AllowPhoneNumbers,
        AllowChanges,
        IgnoreKeyword,
        Consumer,
        Provider,
    ];
}
