namespace Thymia.Conformance.Cli.Commands;

/// <summary>What shells are given; <c>{tool}</c> stands for the command.</summary>
internal static class CompletionScripts
{
    // Files stay what they are: where there is nothing to complete, the shell offers them.
    private const string Bash = """
        _thymia_conformance() {
          local word
          COMPREPLY=()
          while IFS= read -r word; do
            COMPREPLY+=("$word")
          done < <({tool} completion --line "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
        }
        complete -o default -F _thymia_conformance {tool}

        """;

    private const string Zsh = """
        _thymia_conformance() {
          local -a found
          found=("${(@f)$({tool} completion --line "$BUFFER[1,$CURSOR]" 2>/dev/null)}")
          if (( ${#found} )) && [[ -n "$found[1]" ]]; then compadd -a found; else _files; fi
        }
        compdef _thymia_conformance {tool}

        """;

    private const string Fish = """
        complete -c {tool} -a '({tool} completion --line (commandline -cp) 2>/dev/null)'

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName {tool} -ScriptBlock {
          param($word, $line, $cursor)
          $typed = $line.ToString().PadRight($cursor).Substring(0, $cursor)
          {tool} completion --line $typed 2>$null | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }

        """;

    public static string Of(string shell) =>
        shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            _ => PowerShell,
        };
}
