import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Validates many PDFs in one run of Java, since starting takes far longer than validating.
 *
 * <p>Arguments come in pairs: a profile, such as ua1 or 2a, and a file. One line a rule that a file
 * breaks, its fields parted by tabs: file, profile, clause, number of the test, how often, message,
 * where it was first. Every file ends with a line of its own whose clause is DONE and whose count is
 * that of the checks made, so that one that was not validated cannot look fine.
 */
public class Runner {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int ALL = -1;
    private static final int SHOWN = 1;

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            validate(arguments[i], arguments[i + 1]);
        }
    }

    private static void validate(String profile, String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, ALL, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            Map<RuleId, TestAssertion> first = new HashMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                first.putIfAbsent(assertion.getRuleId(), assertion);
            }
            result.getFailedChecks().forEach((rule, count) -> say(file, profile, rule, count, first.get(rule)));
            say(file, profile, "DONE", "", String.valueOf(result.getTotalAssertions()), "", "");
        }
    }

    private static void say(String file, String profile, RuleId rule, int count, TestAssertion first) {
        String message = first.getErrorMessage() == null ? first.getMessage() : first.getErrorMessage();
        String test = String.valueOf(rule.getTestNumber());
        say(file, profile, rule.getClause(), test, String.valueOf(count), message, first.getLocation().getContext());
    }

    private static void say(String... fields) {
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].replaceAll("\\s+", " ");
        }
        OUT.println(String.join("\t", fields));
    }
}
