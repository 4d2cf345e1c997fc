using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Consumers;

/// <summary>Says what of a call is not as the contract, or the test, has it.</summary>
internal static class MismatchSentences
{
    public static IEnumerable<string> Of(ObservedCall call, IReadOnlyList<Violation> broken)
    {
        var name = call.Operation.Name;
        if (call.IsAccepted)
        {
            return [$"{name}, '{call.Expected?.Description}': was to be refused, and is valid."];
        }

        if (broken.Count > 0)
        {
            return broken.Select(v =>
                $"{name}, request body at {(v.Pointer.Length == 0 ? "its root" : v.Pointer)}: found "
                + $"{(v.Found.Length == 0 ? "nothing" : v.Found)}, expected {v.Expected} ({v.Source}, {v.Keyword})."
            );
        }

        var missing = call
            .Operation.Credentials.Where(c => c.In == "header" && call.Request.Header(c.Header).Count == 0)
            .ToList();
        return missing.Count > 0
            ? missing.Select(c => $"{name}, request header {c.Header}: found none, expected the API key.")
            :
            [
                $"{name}: the provider answers {call.Status}, "
                    + $"{Shortened.To(SafeText.Of(System.Text.Encoding.UTF8.GetString(call.Answer.Span)))}.",
            ];
    }
}
