namespace Thymia.Conformance.Configuration;

/// <summary>Whose a file of settings is, and who reads it.</summary>
internal enum SettingsFileKind
{
    /// <summary>Other programs have settings there as well.</summary>
    Shared,

    /// <summary>Ours alone; it is kept with the code, so that no secret belongs there.</summary>
    Own,

    /// <summary>Ours alone, and its owner's: user secrets.</summary>
    Secret,
}
