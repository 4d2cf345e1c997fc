using System.Text.Json;
using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects;

/// <summary>
/// A Defect that spoils one step of handling, as a row of a table; steps that are not set stay healthy.
/// </summary>
internal sealed class OneStep(string name, string check, string description) : Defect(name, check, description)
{
    public Func<string, string, Answer?>? Routes { get; init; }

    public Func<JsonReaderOptions, JsonReaderOptions>? Reads { get; init; }

    public Func<string?, bool, bool>? TakesAsJson { get; init; }

    public Action<CallRequest, List<Problem>>? Judges { get; init; }

    public Action<CallRequest, CallAnswer>? Accepts { get; init; }

    public Func<CallRequest, Answer, Answer>? Replies { get; init; }

    public override Answer? Route(string method, string path) => Routes?.Invoke(method, path);

    public override JsonReaderOptions Read(JsonReaderOptions options) => Reads?.Invoke(options) ?? options;

    public override bool IsJson(string? contentType, bool isJson) => TakesAsJson?.Invoke(contentType, isJson) ?? isJson;

    public override void Judge(CallRequest request, List<Problem> problems) => Judges?.Invoke(request, problems);

    public override void Accept(CallRequest request, CallAnswer answer) => Accepts?.Invoke(request, answer);

    public override Answer Reply(CallRequest request, Answer answer) => Replies?.Invoke(request, answer) ?? answer;
}
