using System.Text.Json;
using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects;

/// <summary>
/// A switchable fault of the provider. One overrides the step of handling that it spoils; what it leaves alone stays
/// healthy. An instance is used on many threads at once, and where it
/// keeps something, by one provider.
/// </summary>
/// <param name="name">In kebab-case, unique.</param>
/// <param name="check">The id of the Check that is meant to find it.</param>
/// <param name="description">What a provider with it does, in one sentence.</param>
internal abstract class Defect(string name, string check, string description)
{
    /// <summary>What the catalogue says.</summary>
    /// <param name="group">The folder that it stands in.</param>
    public DefectInfo InfoIn(string group) => new(name, group, check, description);

    /// <summary>Before anything else, on any path: an answer given here is the answer.</summary>
    public virtual Answer? Route(string method, string path) => null;

    /// <summary>How JSON is read.</summary>
    public virtual JsonReaderOptions Read(JsonReaderOptions options) => options;

    /// <summary>Whether a body so declared is read as JSON.</summary>
    public virtual bool IsJson(string? contentType, bool isJson) => isJson;

    /// <summary>What is thought of the key.</summary>
    /// <param name="expected">The provider's own key.</param>
    public virtual KeyVerdict JudgeKey(CallRequest request, string expected, KeyVerdict verdict) => verdict;

    /// <summary>What is wrong with the request: problems may be taken away, added or moved.</summary>
    public virtual void Judge(CallRequest request, List<Problem> problems) { }

    /// <summary>The members of a 200.</summary>
    public virtual void Accept(CallRequest request, CallAnswer answer) { }

    /// <summary>The answer as it would be written, whatever its status.</summary>
    public virtual Answer Reply(CallRequest request, Answer answer) => answer;

    /// <summary>
    /// Between the answer and its writing: the place to be slow in, or to notice who else is there.
    /// </summary>
    public virtual ValueTask<Answer> HoldAsync(
        CallRequest request,
        Answer answer,
        TimeProvider clock,
        CancellationToken cancellation
    ) => new(answer);
}
