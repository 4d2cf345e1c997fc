using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Running;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Sequences;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Journals;

/// <summary>
/// Writes down each case as soon as it is judged, so that a run that dies has lost nothing: one line each, given to the
/// operating system at once, those that were judged together in one go. While it is open, nobody else can write to its
/// folder's journal.
/// </summary>
public sealed class RunJournal : IRunJournal, IDisposable
{
    public const string FileName = "journal.jsonl";

    // What is written in one go is no more than this and a line.
    private const int MostBytes = 64 * 1024;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _writing = new();
    private readonly ArrayBufferWriter<byte> _line = new(4096);
    private readonly ArrayBufferWriter<byte> _lines = new(4096);
    private readonly FileStream _file;
    private readonly Utf8JsonWriter _json;
    private readonly IReadOnlyList<Secret> _key;
    private UnusableInputException? _failure;

    internal RunJournal(FileStream file, string? apiKey, IEnumerable<string>? others = null)
    {
        _file = file;
        _key = Secrets.OfKeys(apiKey, others ?? [], "");
        _json = new Utf8JsonWriter(_line, Plain);
    }

    /// <summary>Begins a journal; an earlier one gives way.</summary>
    /// <param name="apiKey">Is kept out of it.</param>
    /// <param name="others">Further secrets that are kept out of it.</param>
    /// <exception cref="UnusableInputException">Another run writes there, or it cannot be written.</exception>
    public static RunJournal Start(
        string folder,
        JournalHeader header,
        string? apiKey,
        IEnumerable<string>? others = null
    )
    {
        var journal = new RunJournal(JournalFile.Open(folder, keep: 0), apiKey, others);
        try
        {
            journal.Append(header.Write);
            return journal;
        }
        catch
        {
            // A run that did not begin keeps nobody out.
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Goes on with a journal, behind its last whole line.</summary>
    /// <exception cref="UnusableInputException">Another run writes there, or it cannot be written.</exception>
    public static RunJournal Continue(JournalContent content, string? apiKey, IEnumerable<string>? others = null) =>
        new(JournalFile.Open(content.Folder, content.Length), apiKey, others);

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    /// <summary>By which policy the answers are judged.</summary>
    public void Chosen(RunEvent.PolicyChosen chosen) =>
        Append(json =>
        {
            json.WriteString("policy", chosen.Policy);
            json.WriteString("reason", chosen.Reason);
            json.WriteStartArray("probes");
            chosen.ProbeStatuses.ToList().ForEach(json.WriteNumberValue);
            json.WriteEndArray();
        });

    /// <summary>
    /// A request is about to go that creates a call, or would if the provider took what is wrong with it.
    /// </summary>
    public void Sending(TestCase testCase) =>
        Append(json =>
        {
            json.WriteString("sending", testCase.Id);
            if (!testCase.IsValid)
            {
                json.WriteBoolean(JournalLine.Wrong, true);
            }
        });

    /// <inheritdoc/>
    public void Created(CreatedThing thing) =>
        Append(json =>
        {
            json.WriteString("createdThing", thing.Path);
            json.WriteString("item", thing.Item);
            json.WriteBoolean("forSequence", thing.IsForSequence);
        });

    /// <inheritdoc/>
    public void Deleted(CreatedThing thing) => Append(json => json.WriteString("deleted", thing.Path));

    /// <inheritdoc/>
    public void PerhapsCreated(string producer) => Append(json => json.WriteString("perhapsCreated", producer));

    /// <summary>Cases that were judged or discarded.</summary>
    public void Judged(IReadOnlyList<RunEvent> happened)
    {
        lock (_writing)
        {
            try
            {
                foreach (var one in happened)
                {
                    AddLine(json => JournalLine.Write(json, one, _key));
                    if (_lines.WrittenCount > MostBytes)
                    {
                        WriteLines();
                    }
                }
            }
            finally
            {
                // Where one has no line, those before it have theirs.
                WriteLines();
            }
        }
    }

    /// <summary>The run has come to its end.</summary>
    public void Finished(TimeSpan duration, string? givenUp, int created) =>
        Append(json =>
        {
            json.WriteNumber("finishedAfterMs", duration.TotalMilliseconds);
            json.WriteNumber("created", created);
            if (givenUp is not null)
            {
                json.WriteString("givenUp", givenUp);
            }
        });

    private void Append(Action<Utf8JsonWriter> write)
    {
        lock (_writing)
        {
            AddLine(write);
            WriteLines();
        }
    }

    // Whole lines only.
    private void AddLine(Action<Utf8JsonWriter> write)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        write(_json);
        _json.WriteEndObject();
        _json.Flush();
        _line.Write("\n"u8);
        _lines.Write(_line.WrittenSpan);
    }

    // Behind a line that may stand there in part, none can be read: the journal ends with it, as one that was cut off.
    private void WriteLines()
    {
        if (_failure is not null)
        {
            throw _failure;
        }

        try
        {
            JournalFile.Write(_file, _lines.WrittenSpan);
            _lines.ResetWrittenCount();
        }
        catch (UnusableInputException e)
        {
            _failure = e;
            throw;
        }
    }
}
