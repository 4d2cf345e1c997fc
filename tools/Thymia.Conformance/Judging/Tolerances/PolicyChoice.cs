using Thymia.Conformance.Replay;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Tolerances;

/// <summary>
/// The policy of a run. <c>auto</c> takes the one whose vocabulary the errors of the probes use: the <c>type</c> of an
/// error names the framework that wrote it.
/// </summary>
public sealed class PolicyChoice
{
    /// <summary>Judges by what the words of the first validation errors say.</summary>
    public const string Auto = "auto";

    private const int EnoughErrors = 3;

    private readonly IReadOnlyList<Policy> _candidates;
    private readonly List<string> _types = [];
    private readonly List<int> _statuses = [];

    /// <param name="name"><c>auto</c>, <c>strict</c> or the name of a file in <c>fixtures/tolerances</c>.</param>
    /// <param name="reason">Why it is to be judged by, where that was found out before.</param>
    /// <exception cref="UnusableInputException">There is no such policy, or its file cannot be used.</exception>
    public PolicyChoice(string name, string? reason = null)
    {
        IsOpen = name == Auto;
        _candidates = IsOpen ? [.. PolicyReader.Names.Select(PolicyReader.ReadNamed)] : [];
        Current = IsOpen ? Tolerances.Policy.Strict : PolicyReader.ReadNamed(name);
        Reason = IsOpen ? "no answer has been seen yet" : reason ?? "configured";
    }

    /// <summary>True until <c>auto</c> has decided.</summary>
    public bool IsOpen { get; private set; }

    public string Name => Current.Name;

    /// <summary>Why this one, as a clause.</summary>
    public string Reason { get; private set; }

    internal Policy Current { get; private set; }

    /// <summary>Looks at one more answer; not safe from several threads.</summary>
    public void Observe(Exchange exchange)
    {
        if (!IsOpen || exchange.Answer is not { } answer)
        {
            return;
        }

        _statuses.Add(answer.Status);
        if (answer.IsClientError)
        {
            using var body = JsonText.Parse(answer.Body);
            _types.AddRange(body.Root is { } root ? KnownFrameworks.WordsIn(root) : []);
        }

        if (_types.Count >= EnoughErrors)
        {
            Settle();
        }
    }

    /// <summary>Decides on what has been seen.</summary>
    public void Settle()
    {
        if (!IsOpen)
        {
            return;
        }

        IsOpen = false;
        var best = _candidates.MaxBy(c => _types.Count(c.Vocabulary!.IsMatch));
        var spoken = _types.Find(t => best?.Vocabulary!.IsMatch(t) == true);
        Current = spoken is null ? Tolerances.Policy.Strict : best!;
        Reason =
            spoken is not null ? $"the first errors are in its words, such as {spoken}"
            : _types.Count > 0 ? "no framework is recognised by the words of the first errors"
            : _statuses.Count > 0
                ? $"no framework is recognised: status {string.Join(", ", _statuses.Distinct())} for what no "
                    + "provider should accept"
            : "no framework is recognised: no probe was answered";
    }
}
