using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Sequences;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Journals;

/// <summary>What a journal says. A last line that was cut off while it was written counts for nothing.</summary>
public sealed class JournalContent
{
    private const string Interrupted =
        "the run was stopped while it was under way, and it may have created a call; "
        + "--retry-timeouts sends it again";

    private readonly Dictionary<string, JsonElement> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _unread = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begunWrongly = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _things = new(StringComparer.Ordinal);
    private readonly List<string> _perhaps = [];
    private int _forSequences;

    private JournalContent(string folder)
    {
        Folder = folder;
    }

    public string Folder { get; }

    public JournalHeader Header { get; private set; } = null!;

    /// <summary>Bytes up to the end of the last whole line.</summary>
    public long Length { get; private set; }

    /// <summary>The policy the answers were judged by; null where the run did not come so far.</summary>
    public string? Policy { get; private set; }

    /// <summary>Why that policy, as a clause; null where nothing is said of it.</summary>
    public string? PolicyReason { get; private set; }

    /// <summary>What the probes got that chose it, 0 for no answer.</summary>
    public IReadOnlyList<int> ProbeStatuses { get; private set; } = [];

    /// <summary>How long the run took; null where it has not come to its end.</summary>
    public TimeSpan? Duration { get; private set; }

    /// <summary>Why the run gave up, as a clause; null where it did not.</summary>
    public string? GivenUp { get; private set; }

    /// <summary>How many calls the run counted at its end; null where it has not come to it.</summary>
    public int? Created { get; private set; }

    /// <summary>What the run has created for its cases or by them, and not deleted.</summary>
    public CreatedBefore Left => new([.. _things.Select(t => (t.Value, t.Key))], _perhaps);

    /// <summary>How many cases were judged or discarded.</summary>
    public int Cases => _cases.Count;

    /// <exception cref="UnusableInputException">There is no journal, or a line of it is none.</exception>
    public static JournalContent Read(string folder)
    {
        var content = new JournalContent(folder);
        var bytes = JournalFile.Read(folder).AsMemory();
        for (var number = 1; bytes.Span.IndexOf((byte)'\n') is >= 0 and var end; number++)
        {
            content.Take(bytes[..end], number);
            content.Length += end + 1;
            bytes = bytes[(end + 1)..];
        }

        return content.Header is null ? throw content.Broken(1) : content;
    }

    /// <summary>Whether a case is not to be sent any more.</summary>
    /// <param name="again">Whether one that may have created a call is to be sent again.</param>
    public bool Holds(string id, bool again) => _cases.ContainsKey(id) || (!again && _begun.Contains(id));

    /// <summary>The event of a case; null where it has none yet.</summary>
    /// <param name="again">Whether a case that may have created a call is to be sent again.</param>
    public RunEvent? Find(CasePlan plan, bool again) =>
        _cases.TryGetValue(plan.Id, out var line) ? ReadLine(line, plan)
        : !again && _begun.Contains(plan.Id)
            ? new RunEvent.CaseJudged(plan.Make(), null, new Verdict.Inconclusive(Interrupted))
        : null;

    /// <summary>The event of a case as the run that came to its end told it; null where it told none.</summary>
    public RunEvent? FindTold(CasePlan plan) =>
        Find(plan, again: false) ?? (_unread.TryGetValue(plan.Id, out var line) ? ReadLine(line, plan) : null);

    private RunEvent ReadLine(JsonElement line, CasePlan plan) =>
        Guard(_numbers[plan.Id], () => JournalLine.Read(line, plan.Make()));

    /// <summary>Whether the journal says anything of a case.</summary>
    public bool Tells(string id) => Holds(id, again: false) || _unread.ContainsKey(id);

    /// <summary>How many calls were created, or may have been.</summary>
    public int Calls =>
        _forSequences
        + _begun.Concat(_begunWrongly).Count(id => !_cases.ContainsKey(id))
        + _cases.Count(c =>
            !c.Value.TryGetProperty(JournalLine.Within, out _)
            && !c.Value.TryGetProperty(JournalLine.Safe, out _)
            && c.Value.TryGetProperty("exchange", out var exchange)
            && MayHaveCreated(c.Key, exchange)
        );

    private bool MayHaveCreated(string id, JsonElement exchange) =>
        exchange.TryGetProperty("status", out var status)
            ? Statuses.IsSuccess(status.GetInt32())
                || (!Statuses.IsClientError(status.GetInt32()) && _begun.Contains(id))
            : _begun.Contains(id);

    private void Take(ReadOnlyMemory<byte> bytes, int number) => Guard(number, () =>
        {
            Take(JsonSerializer.Deserialize<JsonElement>(bytes.Span), number);
            return true;
        });

    // A line that somebody edited may hold values of any type.
    private T Guard<T>(int number, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or ArgumentException
                        or OverflowException
            )
        {
            throw Broken(number, e);
        }
    }

    private void Take(JsonElement line, int number)
    {
        if (number == 1)
        {
            Header = JournalHeader.Read(line) ?? throw Broken(1);
        }
        else if (line.TryGetProperty("case", out var id))
        {
            Take(JournalText.Of(id), line, number);
        }
        else if (line.TryGetProperty("createdThing", out var path))
        {
            _things[JournalText.Of(path)] = JournalText.Of(line.GetProperty("item"));
            _forSequences += line.GetProperty("forSequence").GetBoolean() ? 1 : 0;
        }
        else if (line.TryGetProperty("deleted", out var deleted))
        {
            _things.Remove(JournalText.Of(deleted));
        }
        else if (line.TryGetProperty("perhapsCreated", out var producer))
        {
            _perhaps.Add(JournalText.Of(producer));
        }
        else if (line.TryGetProperty("sending", out var begun))
        {
            (line.TryGetProperty(JournalLine.Wrong, out _) ? _begunWrongly : _begun).Add(JournalText.Of(begun));
        }
        else if (line.TryGetProperty("policy", out var policy))
        {
            Policy = JournalText.Of(policy);
            PolicyReason = line.TryGetProperty("reason", out var reason) ? JournalText.Of(reason) : null;
            ProbeStatuses = line.TryGetProperty("probes", out var probes)
                ? [.. probes.EnumerateArray().Select(s => s.GetInt32())]
                : [];
        }
        else if (line.TryGetProperty("finishedAfterMs", out var duration))
        {
            Duration = TimeSpan.FromMilliseconds(duration.GetDouble());
            GivenUp = line.TryGetProperty("givenUp", out var given) ? given.GetString() : null;
            Created = line.TryGetProperty("created", out var created) ? created.GetInt32() : null;
        }
    }

    // What nobody can have read is sent once more, if the run goes on.
    private void Take(string id, JsonElement line, int number)
    {
        _numbers[id] = number;
        if (line.TryGetProperty("exchange", out var sent) && sent.TryGetProperty("status", out var status))
        {
            _ = status.GetInt32();
        }

        if (
            line.TryGetProperty("verdict", out var verdict)
            && verdict.ValueEquals("erred")
            && !line.TryGetProperty("exchange", out _)
        )
        {
            _unread[id] = line;
        }
        else if (
            line.TryGetProperty(JournalLine.KeyRefused, out _)
            || line.TryGetProperty(JournalLine.NotReached, out _)
            || (
                line.TryGetProperty("exchange", out var exchange)
                && exchange.TryGetProperty("unreachable", out var lost)
                && lost.GetBoolean()
            )
        )
        {
            _begun.Remove(id);
            _begunWrongly.Remove(id);
            _unread[id] = line;
        }
        else
        {
            _cases[id] = line;
        }
    }

    private UnusableInputException Broken(int number, Exception? cause = null) =>
        new(
            "journal-not-readable",
            "this is no line of a journal that this version writes",
            $"{JournalFile.PathIn(Folder)}:{number}",
            "name the folder of a run of this version",
            cause
        );
}
