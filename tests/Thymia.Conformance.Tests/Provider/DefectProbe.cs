using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Provider;

namespace Thymia.Conformance.Tests.Provider;

/// <summary>
/// What is sent to show one Defect, from a row of <c>defect-probes.txt</c>: its name, then changes to a valid call.
/// <c>path=JSON</c> sets a value, <c>-path</c> takes one away, <c>large:N</c> makes the label N characters long,
/// <c>long</c> the language 70,000, <c>lines</c> writes the body over several lines, <c>body:</c> replaces it,
/// <c>key:</c>, <c>type:</c> and <c>method:</c> replace those, <c>header:Name=text</c> adds one, <c>bytes</c> sends
/// what is no text; <c>times:</c>, <c>together:</c>, <c>label:each</c>, <c>sequel</c> say how it is sent;
/// <c>calls</c> sends a whole sequence of its own.
/// </summary>
internal sealed class DefectProbe
{
    private static readonly JsonSerializerOptions Lines = new() { WriteIndented = true };

    private readonly JsonNode _call = JsonNode.Parse(CallClient.Valid)!;

    private string? _body;

    private string? _key = ProviderOptions.DemoApiKey;

    private string _type = "application/json";

    private string[]? _line;

    private int _times = 1;

    private bool _together;

    private bool _labelEach;

    private bool _sequel;

    private bool _lines;

    private byte[]? _bytes;

    private readonly Dictionary<string, string> _headers = [];

    private DefectProbe(IEnumerable<string> changes)
    {
        foreach (var change in changes)
        {
            Change(change);
        }
    }

    /// <summary>Whether it is about calls that the provider keeps.</summary>
    public bool IsOfKeptCalls { get; private set; }

    /// <summary>By the name of the Defect; those that are shown by the same share it.</summary>
    public static IReadOnlyDictionary<string, DefectProbe> All { get; } = Read();

    /// <summary>Everything that was answered, as one text.</summary>
    public async Task<string> SendAsync(CallClient client)
    {
        if (IsOfKeptCalls)
        {
            return await KeptCallSequence.SendAsync(client);
        }

        var replies = new List<Reply>();
        if (_sequel)
        {
            await client.PostAsync(CallClient.Valid);
            await client.PostAsync("{}");
        }

        if (_together)
        {
            replies.AddRange(await Task.WhenAll(Enumerable.Range(0, _times).Select(i => OnceAsync(client, i))));
        }

        for (var i = 0; i < _times && !_together; i++)
        {
            replies.Add(await OnceAsync(client, i));
        }

        return string.Join(
            '\n',
            replies.Select(reply =>
                _together ? $"{reply.Status}" : $"{reply.Status} {reply.ContentType} {reply.Allow} {reply.Text}"
            )
        );
    }

    private static Dictionary<string, DefectProbe> Read()
    {
        using var rows = new StreamReader(typeof(DefectProbe).Assembly.GetManifestResourceStream("defect-probes.txt")!);
        return rows.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(" | "))
            .GroupBy(parts => string.Join(" | ", parts.Skip(1)), parts => parts[0])
            .Select(same =>
                (Names: same, Probe: new DefectProbe(same.Key.Split(" | ", StringSplitOptions.RemoveEmptyEntries)))
            )
            .SelectMany(p => p.Names.Select(name => KeyValuePair.Create(name, p.Probe)))
            .ToDictionary();
    }

    private Task<Reply> OnceAsync(CallClient client, int number)
    {
        if (_line is [var method, var path])
        {
            return client.SendAsync(new HttpMethod(method), path);
        }

        var body = _labelEach ? CallClient.Valid.Replace("Ada", $"Ada {number}", StringComparison.Ordinal) : _body;
        var text = body ?? _call.ToJsonString(_lines ? Lines : null);
        return client.PostAsync(_bytes ?? Encoding.UTF8.GetBytes(text), _key, _type, _headers);
    }

    private void Change(string change)
    {
        if (change.StartsWith('-'))
        {
            Owner(change[1..], out var gone).Remove(gone);
            return;
        }

        var mark = change.AsSpan().IndexOfAny(":=");
        if (mark >= 0 && change[mark] == '=')
        {
            Owner(change[..mark], out var name)[name] = JsonNode.Parse(change[(mark + 1)..]);
            return;
        }

        Order(mark < 0 ? change : change[..mark], mark < 0 ? "" : change[(mark + 1)..]);
    }

    private void Order(string order, string value)
    {
        _ = order switch
        {
            "body" => (_body = value) is not null,
            "key" => (_key = value == "none" ? null : value) is null,
            "type" => (_type = value) is not null,
            "method" => (_line = value.Split(' ')) is not null,
            "times" => (_times = int.Parse(value, CultureInfo.InvariantCulture)) > 0,
            "together" => (_times = int.Parse(value, CultureInfo.InvariantCulture)) > 0 && (_together = true),
            "label" => _labelEach = true,
            "sequel" => _sequel = true,
            "lines" => _lines = true,
            "header" => value.Split('=', 2) is [var name, var text] && _headers.TryAdd(name, text),
            "bytes" => (_bytes = [0xFF]) is not null && (_type = "application/octet-stream") is not null,
            "calls" => IsOfKeptCalls = true,
            "long" => (_call["language"] = Long("70000")) is not null,
            "large" => (_call["user"]!["userLabel"] = Long(value)) is not null,
            _ => throw new ArgumentException($"'{order}' is no change of a probe.", nameof(order)),
        };
    }

    private static string Long(string length) => new('x', int.Parse(length, CultureInfo.InvariantCulture));

    private JsonObject Owner(string path, out string name)
    {
        var parts = path.Split('.');
        name = parts[^1];
        return parts.Length == 1 ? _call.AsObject() : _call[parts[0]]!.AsObject();
    }
}
