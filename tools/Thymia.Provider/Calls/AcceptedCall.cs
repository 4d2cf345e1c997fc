using System.Text;
using Thymia.Provider.Json;

namespace Thymia.Provider.Calls;

/// <summary>What the answer to an accepted call is made of.</summary>
/// <param name="UserLabel">The JSON that is echoed as label.</param>
/// <param name="Agent">The JSON that is echoed as agent.</param>
/// <param name="HasPhone">Whether a number to dial was given.</param>
internal sealed record AcceptedCall(ReadOnlyMemory<byte> UserLabel, ReadOnlyMemory<byte> Agent, bool HasPhone)
{
    private static readonly byte[] NoLabel = "\"\""u8.ToArray();

    private static readonly byte[] NoAgent = "{}"u8.ToArray();

    /// <summary>Whether the framework fails to write the answer, and so answers 500.</summary>
    public bool CannotBeWritten { get; init; }

    /// <summary>
    /// Takes everything as sent. What is absent, since a Defect let that through, is empty in the answer.
    /// </summary>
    public static AcceptedCall From(IReadOnlyList<JsonMember> call)
    {
        var label = call.Find("user").Members().Find("userLabel");
        var agent = call.Find("agent");
        return new AcceptedCall(
            label.IsPresent ? label.Raw : NoLabel,
            agent.IsPresent ? agent.Raw : NoAgent,
            call.Find("phoneNumber") is { IsPresent: true, IsNull: false }
        );
    }

    public static byte[] Write(string text) => Encoding.UTF8.GetBytes(JsonStrings.Encode(text));
}
