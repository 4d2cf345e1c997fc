namespace Thymia.Conformance.Pacts.Native;

/// <summary>Which half of an interaction; the numbers are the core's.</summary>
internal enum InteractionPart
{
    Request = 0,
    Response = 1,
}
