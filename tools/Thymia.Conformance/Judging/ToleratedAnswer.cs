using System.Text.Json.Serialization;

namespace Thymia.Conformance.Judging;

/// <summary>What a rule lets pass.</summary>
internal enum ToleratedAnswer
{
    /// <summary>The input is accepted.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>It is refused with a status outside the contract.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>Members of the broken place are blamed instead of the place.</summary>
    [JsonStringEnumMemberName("members-blamed")]
    MembersBlamed,
}
