using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Reports.Formats;

/// <summary>
/// A file that a run is reported in, made anew for each run. One that grows while the run goes on is an
/// <see cref="Running.IRunListener"/> as well, and disposable where it may be left unfinished.
/// </summary>
internal interface IReportFormat
{
    /// <summary>What the screen calls it, such as <c>JUnit</c>.</summary>
    string Label { get; }

    /// <summary>Its name within the folder of results.</summary>
    string FileName { get; }

    /// <summary>Writes the file, or ends it.</summary>
    /// <param name="path">The file's place.</param>
    /// <param name="replay">How a case is sent again.</param>
    /// <exception cref="Text.UnusableInputException">It cannot be written.</exception>
    Task WriteAsync(string path, ReplayCommand replay);
}
