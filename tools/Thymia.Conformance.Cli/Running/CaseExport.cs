using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Files;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Exports;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Running;

/// <summary>Writes the chosen cases into a file, a folder, or standard output.</summary>
/// <param name="path">The file or folder; <c>-</c> is standard output.</param>
internal sealed class CaseExport(Terminal terminal, ConformanceOptions options, string format, string path)
{
    /// <summary>The format that takes a folder.</summary>
    public const string Files = "files";

    // How many random cases are looked at for each one that is asked for, where a filter passes few of them.
    private const int MostLooks = 200;

    private static readonly Uri UsualBaseUrl = new("http://localhost:8080");

    private int _discarded;
    private int _disagreed;
    private int _leftOut;
    private int _written;

    /// <param name="count">How many cases; null for all that are not random.</param>
    /// <returns>The exit code: 1 where the generator erred.</returns>
    public int Write(int? count, CancellationToken cancellation)
    {
        var plan = RunPlan.Read(options with { Random = 0 }, cancellation);
        LeftOutLines.Write(terminal, plan);
        var plans = count is { } wanted
            ? plan.Draw(plan.IsSelective ? MostLooks * Math.Min(wanted, 1_000_000) : wanted).Take(wanted)
            : plan.Cases;
        if (format == Files)
        {
            WriteFolder(writer => Write(writer, plan, plans, cancellation));
        }
        else if (path == "-")
        {
            using var output = terminal.OpenOut();
            Write(output, plan, plans, cancellation);
        }
        else
        {
            OutputFile.Write(path, output => Write(output, plan, plans, cancellation));
        }

        foreach (var remark in plan.Remarks)
        {
            terminal.Error.WriteLine($"remark: {SafeText.Of(remark)}.");
        }

        Tell(count);
        return _discarded > 0 ? 1 : 0;
    }

    private void Write(Stream output, RunPlan plan, IEnumerable<CasePlan> plans, CancellationToken cancellation)
    {
        using var buffered = new BufferedStream(output, 1 << 16);
        using var writer = CaseFormats.Create(format, buffered, options.BaseUrl ?? UsualBaseUrl, ToolName.Version);
        Write(writer, plan, plans, cancellation);
    }

    private void Write(CaseWriter writer, RunPlan plan, IEnumerable<CasePlan> plans, CancellationToken cancellation)
    {
        foreach (var testCase in plans.Select(p => p.Make()))
        {
            cancellation.ThrowIfCancellationRequested();
            if (plan.Contradiction(testCase) is not null)
            {
                _discarded++;
            }
            else if (plan.Disagreement(testCase) is { } disagreement)
            {
                _disagreed++;
                terminal.Error.WriteLine($"note: {SafeText.Of(testCase.Id)}: {SafeText.Of(disagreement)}.");
            }
            else if (writer.TryWrite(testCase))
            {
                _written++;
            }
            else
            {
                _leftOut++;
            }
        }
    }

    private void WriteFolder(Action<CaseWriter> content)
    {
        if (path == "-")
        {
            throw new UnusableInputException(
                "folder-missing",
                $"the format {Files} needs a folder",
                "--out",
                "name one, such as --out cases"
            );
        }

        OutputFolder.Replace(path, CaseFolder.IndexName, folder =>
        {
            using var writer = new CaseFolder(folder);
            content(writer);
        });
    }

    private void Tell(int? count)
    {
        if (_discarded > 0)
        {
            terminal.Error.WriteLine(
                $"error: {Amounts.Of(_discarded, "case")} contradicted themselves and were left out; "
                    + "please report this."
            );
        }

        if (_leftOut > 0)
        {
            terminal.Error.WriteLine(
                $"note: {Amounts.Of(_leftOut, "case")} left out, which the format {format} cannot carry; "
                    + "jsonl has them all."
            );
        }

        if (count > _written + _leftOut + _discarded + _disagreed)
        {
            terminal.Error.WriteLine($"note: only {Amounts.Of(_written, "case")} of {count} meet the conditions.");
        }
    }
}
