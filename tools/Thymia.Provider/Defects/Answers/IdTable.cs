using System.Globalization;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

/// <summary>What is wrong with the id in a 200.</summary>
internal sealed class IdTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("id-constant", "id-unique", "Every call has the same id.")
        {
            Accepts = (_, answer) => answer.SetText("id", "6f1f3f5e-2f0a-4a51-9d0c-0b6f0a4f7c11"),
        },
        new OneStep("id-in-braces", "response-schema", "The id is a uuid in braces.")
        {
            Accepts = (_, answer) => answer.SetJson("id", answer.Text("id").Insert(37, "}").Insert(1, "{")),
        },
        new OneStep("id-missing", "response-schema", "There is no id.")
        {
            Accepts = (_, answer) => answer.Remove("id"),
        },
        new OneStep("id-named-otherwise", "response-schema", "The id is called callId.")
        {
            Accepts = (_, answer) =>
            {
                answer.Set("callId", answer["id"]);
                answer.Remove("id");
            },
        },
        new OneStep("id-not-uuid", "response-schema", "The id is a counter, not a uuid.")
        {
            Accepts = (request, answer) => answer.SetText("id", $"call-{request.Number}"),
        },
        new OneStep("id-null", "response-schema", "The id is null.")
        {
            Accepts = (_, answer) => answer.SetJson("id", "null"),
        },
        new OneStep("id-number", "response-schema", "The id is a number.")
        {
            Accepts = (request, answer) => answer.SetJson("id", request.Number.ToString(CultureInfo.InvariantCulture)),
        },
        new OneStep("id-without-dashes", "response-schema", "The id is upper-case and has no hyphens.")
        {
            Accepts = (_, answer) =>
                answer.SetJson("id", answer.Text("id").Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()),
        },
    ];
}
