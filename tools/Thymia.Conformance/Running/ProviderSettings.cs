using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences.Values;

namespace Thymia.Conformance.Running;

/// <summary>How one provider is sent to and judged, as a configuration says.</summary>
internal static class ProviderSettings
{
    public static JudgeOptions Judging(RunPlan plan, ConformanceOptions options, CheckChoice checks, string? apiKey) =>
        new()
        {
            ApiKey = apiKey,
            Secrets = options.FurtherSecrets,
            Headers = [.. options.Headers.Values],
            DemandSchemaOnly = options.Tier == DemandedTier.Schema,
            PolicyReason = options is { Policy: null, BaseUrl: null } ? RunPlan.DefaultPolicyReason : null,
            Policy = plan.PolicyName(options.BaseUrl is null),
            AcceptedWithin = options.AcceptedWithin,
            RefusedWithin = options.RefusedWithin,
            ClockSkew = options.ClockSkew,
            KeyRefusals = options.KeyRefusals,
            Rules = plan.Rules,
            Checks = checks,
        };

    public static ReplayOptions Replay(
        RunPlan plan,
        ConformanceOptions options,
        ValueBook values,
        Uri baseUrl,
        string? apiKey
    ) =>
        new()
        {
            BaseUrl = baseUrl,
            Handler = options.Handler,
            ApiKey = ConfiguredSecrets.KeyToSend(plan.Description, options.Credentials, apiKey),
            Secrets = ConfiguredSecrets.Of(plan.Description, options.Credentials, apiKey, options.Clients.Keys),
            Tokens = plan.TokensFor(baseUrl),
            Headers = ConfiguredHeaders.Of(plan.Description, options.Headers),
            AllowPhoneNumbers = options.AllowPhoneNumbers,
            AllowChanges = options.AllowChanges,
            KeepsWhatIsThere = options.BaseUrl is not null,
            ExpendableIds = values.Expendable,
            OtherApiKey = options.OtherApiKey,
            MaxCreated = Politeness.CallsOf(options),
            Concurrency = Politeness.ConcurrencyOf(options),
            Rate = Politeness.RateOf(options),
            Seed = plan.Seed,
            TimeOut = options.Timeout,
            HeadTimeOut = options.HeadTimeout,
            ConnectTimeOut = options.ConnectTimeout,
            ReadyWithin = Politeness.ReadyWithinOf(options),
            MaxBodyBytes = options.MaxBodyBytes,
            Authorities = options.CaFile is { } file ? AuthorityFile.Read(file) : null,
        };
}
