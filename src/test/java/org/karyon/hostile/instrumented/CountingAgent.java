package org.karyon.hostile.instrumented;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * Makes the classes of this service, and those of the JDK that go through texts and lists for it,
 * count their work.
 */
public final class CountingAgent {

  private static final String WORK = "org/karyon/hostile/instrumented/Work";
  private static final String STRING = "java/lang/String";
  private static final String BUILDER = "java/lang/StringBuilder";

  /** Classes of the JDK whose loops count. */
  private static final Set<String> LISTS =
      Set.of(
          "java/util/ArrayList",
          "java/util/AbstractCollection",
          "java/util/AbstractList",
          "java/util/ImmutableCollections$AbstractImmutableList",
          "java/util/ImmutableCollections$ListN",
          "java/util/ImmutableCollections$SubList",
          "jdk/internal/icu/impl/NormalizerImpl",
          "jdk/internal/icu/impl/NormalizerImpl$ReorderingBuffer");

  private static final String MATCHER = "java/util/regex/Matcher";

  private static final Map<String, Set<String>> SEARCHES =
      Map.of(
          STRING,
          Set.of("indexOf", "lastIndexOf", "contains", "replace", "toLowerCase"),
          BUILDER,
          Set.of("insert", "deleteCharAt"));

  private static final Set<String> COUNTED_SEARCHES =
      Set.of(
          "indexOf(Ljava/lang/String;)I",
          "indexOf(Ljava/lang/String;I)I",
          "indexOf(I)I",
          "indexOf(II)I",
          "lastIndexOf(Ljava/lang/String;)I",
          "lastIndexOf(I)I",
          "contains(Ljava/lang/CharSequence;)Z",
          "replace(Ljava/lang/CharSequence;Ljava/lang/CharSequence;)Ljava/lang/String;",
          "replace(CC)Ljava/lang/String;",
          "toLowerCase(Ljava/util/Locale;)Ljava/lang/String;",
          "insert(ILjava/lang/String;)Ljava/lang/StringBuilder;",
          "deleteCharAt(I)Ljava/lang/StringBuilder;");

  private CountingAgent() {}

  /** Called by the virtual machine before main. */
  public static void premain(String unused, Instrumentation instrumentation) throws Exception {
    Class<?> work = Class.forName("org.karyon.hostile.instrumented.Work", true, null);
    instrumentation.redefineModule(
        Object.class.getModule(), Set.of(work.getModule()), Map.of(), Map.of(), Set.of(), Map.of());
    instrumentation.addTransformer(new Transformer(), true);
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> known : instrumentation.getAllLoadedClasses()) {
      String name = known.getName().replace('.', '/');
      if (LISTS.contains(name) || name.equals(MATCHER)) {
        loaded.add(known);
      }
    }
    instrumentation.retransformClasses(loaded.toArray(Class<?>[]::new));
  }

  private static final class Transformer implements Rewriting {

    @Override
    public boolean rewrites(String name) {
      return isOwn(name) || LISTS.contains(name) || name.equals(MATCHER);
    }

    @Override
    public ClassVisitor visitor(ClassWriter writer, String name) {
      return new Counting(writer, isOwn(name), name.equals(MATCHER));
    }

    private static boolean isOwn(String name) {
      return name.startsWith("org/karyon/")
          && !name.startsWith("org/karyon/hostile/")
          && !name.startsWith("org/karyon/bench/");
    }
  }

  private static final class Counting extends ClassVisitor {

    private final boolean own;
    private final boolean matcher;

    Counting(ClassWriter writer, boolean own, boolean matcher) {
      super(Opcodes.ASM9, writer);
      this.own = own;
      this.matcher = matcher;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, method) {
        private final Set<Label> before = new HashSet<>();

        private void step() {
          super.visitMethodInsn(Opcodes.INVOKESTATIC, WORK, "step", "()V", false);
        }

        @Override
        public void visitCode() {
          super.visitCode();
          if (own) {
            step();
          }
        }

        @Override
        public void visitLabel(Label label) {
          before.add(label);
          super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
          if (before.contains(label)) {
            step();
          }
          super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String type) {
          if (matcher && opcode == Opcodes.PUTFIELD && field.equals("text")) {
            super.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                WORK,
                "counted",
                "(Ljava/lang/CharSequence;)Ljava/lang/CharSequence;",
                false);
          }
          super.visitFieldInsn(opcode, owner, field, type);
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          if (own
              && SEARCHES.getOrDefault(owner, Set.of()).contains(called)
              && COUNTED_SEARCHES.contains(called + type)) {
            super.visitMethodInsn(
                Opcodes.INVOKESTATIC, WORK, called, "(L" + owner + ';' + type.substring(1), false);
          } else {
            super.visitMethodInsn(opcode, owner, called, type, isInterface);
          }
        }
      };
    }
  }
}
